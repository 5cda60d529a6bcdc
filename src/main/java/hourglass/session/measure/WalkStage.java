package hourglass.session.measure;

import hourglass.core.spec.LayerSpec;
import hourglass.core.spec.Volume;
import hourglass.engine.model.LayerWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What one stage of a {@link Walk} looks like: the image, the maps of a layer, its units as pictures of what each of them
 * reads or draws, or its numbers as cells. All pictures of a stage share one scale. Immutable.
 *
 * @param layer whose outputs it shows, −1 for the input; of {@link Kind#DRAWS} the layer that adds the pictures up
 * @param kind what its pictures are
 * @param isCode whether these are the numbers the decoder is given
 * @param tiles the pictures
 * @param count maps, units or numbers the layer has, of which {@code tiles} may be the strongest
 */
public record WalkStage(int layer, Kind kind, boolean isCode, Tiles tiles, int count) {
    /** Of more units than this only the strongest have pictures. */
    static final int MANY_UNITS = 64;

    private static final int STRONGEST_UNITS = 36;

    /** What the pictures of a stage are. */
    public enum Kind {
        /** The image that goes in or comes out. */
        IMAGE,
        /** Feature maps. */
        MAPS,
        /** Of each unit, what it reads off the image: pixel times weight. */
        READS,
        /** Of each unit, what it adds to the image before the last activation: its number times its weights. */
        DRAWS,
        /** The numbers themselves, folded to a square. */
        NUMBERS,
        /** µ and σ, each as numbers. */
        DISTRIBUTION,
        /** ε and z, each as numbers. */
        DRAW
    }

    /**
     * Pictures of one size; what is NaN belongs to none.
     *
     * @param numbers which map or unit each of them is of
     * @param width of each
     * @param height of each
     * @param values one picture after the other, row by row
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over and never written again
    public record Tiles(int[] numbers, int width, int height, float[] values) {
        /** How many. */
        public int count() {
            return numbers.length;
        }

        /** One number of one of them. */
        public float at(int tile, int row, int column) {
            return values[(tile * height + row) * width + column];
        }

        /** The largest magnitude. */
        public double reach() {
            double most = 0;
            for (float value : values) {
                most = Math.max(most, Float.isNaN(value) ? 0 : Math.abs(value));
            }
            return most;
        }

        /** Whether any number is below zero. */
        public boolean isSigned() {
            for (float value : values) {
                if (value < 0) {
                    return true;
                }
            }
            return false;
        }
    }

    /** All stages of a walk over images of {@code width × height} pixels, from the input to the output. */
    public static List<WalkStage> of(Walk walk, int width, int height) {
        List<LayerSpec> layers = walk.spec().layers();
        List<WalkStage> stages = new ArrayList<>();
        Volume image = new Volume(1, height, width);
        stages.add(new WalkStage(-1, Kind.IMAGE, false, maps(walk.into(0), image), 1));
        for (int layer = 0; layer < layers.size(); layer++) {
            if (layer == layers.size() - 1 && layers.get(layer).volumeGiven().isEmpty()) {
                stages.add(draws(walk, layer, image));
            }
            stages.add(stage(walk, layer, image));
        }
        return List.copyOf(stages);
    }

    private static WalkStage stage(Walk walk, int layer, Volume image) {
        List<LayerSpec> layers = walk.spec().layers();
        LayerSpec own = layers.get(layer);
        boolean code = layer == walk.spec().encoderLayers() - 1;
        float[] values = walk.outOf(layer);
        if (layer == layers.size() - 1) {
            return new WalkStage(layer, Kind.IMAGE, false, maps(values, image), 1);
        }
        if (own.tensors().isEmpty()) {
            Walk.Draw draw = walk.draw().orElseThrow();
            return new WalkStage(layer, Kind.DRAW, code, folded(draw.noise(), values), values.length);
        }
        if (layers.get(layer + 1).tensors().isEmpty()) {
            Walk.Draw draw = walk.draw().orElseThrow();
            return new WalkStage(
                    layer, Kind.DISTRIBUTION, false, folded(draw.mean(), draw.deviation()), draw.mean().length);
        }
        Optional<Volume> volume = own.volumeGiven().or(layers.get(layer + 1)::volumeTaken);
        if (volume.isPresent() && !(code && own.volumeGiven().isEmpty())) {
            return new WalkStage(
                    layer,
                    Kind.MAPS,
                    code,
                    maps(values, volume.get()),
                    volume.get().channels());
        }
        return layer == 0 && !code && own.inputs() == image.size()
                ? reads(walk, image)
                : new WalkStage(layer, Kind.NUMBERS, code, folded(values), values.length);
    }

    /** From channels last to one map after the other. */
    private static Tiles maps(float[] values, Volume volume) {
        float[] maps = new float[values.length];
        int pixels = volume.height() * volume.width();
        for (int i = 0; i < values.length; i++) {
            maps[i % volume.channels() * pixels + i / volume.channels()] = values[i];
        }
        return new Tiles(IntStream.range(0, volume.channels()).toArray(), volume.width(), volume.height(), maps);
    }

    private static Tiles folded(float[]... blocks) {
        int n = blocks[0].length;
        int columns = (int) Math.ceil(Math.sqrt(n));
        int rows = (n + columns - 1) / columns;
        float[] all = new float[blocks.length * rows * columns];
        Arrays.fill(all, Float.NaN);
        for (int block = 0; block < blocks.length; block++) {
            System.arraycopy(blocks[block], 0, all, block * rows * columns, n);
        }
        return new Tiles(IntStream.range(0, blocks.length).toArray(), columns, rows, all);
    }

    /** Those farthest from zero, in their own order. */
    private static int[] strongest(float[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Math.abs(values[i])))
                .limit(values.length > MANY_UNITS ? STRONGEST_UNITS : values.length)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    private static WalkStage reads(Walk walk, Volume image) {
        LayerWeights weights = LayerWeights.of(walk.spec(), walk.model().parameters(), 0);
        float[] given = walk.into(0);
        int[] chosen = strongest(walk.outOf(0));
        float[] all = new float[chosen.length * given.length];
        for (int i = 0; i < all.length; i++) {
            int pixel = i % given.length;
            all[i] = given[pixel] * weights.weight(chosen[i / given.length] * given.length + pixel);
        }
        return new WalkStage(
                0, Kind.READS, false, new Tiles(chosen, image.width(), image.height(), all), walk.outOf(0).length);
    }

    private static WalkStage draws(Walk walk, int last, Volume image) {
        LayerWeights weights = LayerWeights.of(walk.spec(), walk.model().parameters(), last);
        float[] numbers = walk.into(last);
        int[] chosen = strongest(numbers);
        int pixels = image.size();
        float[] all = new float[chosen.length * pixels];
        for (int i = 0; i < all.length; i++) {
            int unit = chosen[i / pixels];
            all[i] = numbers[unit] * weights.weight(i % pixels * numbers.length + unit);
        }
        return new WalkStage(
                last, Kind.DRAWS, false, new Tiles(chosen, image.width(), image.height(), all), numbers.length);
    }

    /**
     * Which number stands at a place of a picture, as its layer counts its outputs; −1 where none does. Of {@link
     * Kind#DRAWS} the number that is drawn, as the layer counts its inputs.
     */
    public int indexAt(int tile, int row, int column) {
        boolean there = tile >= 0 && tile < tiles.count() && !Float.isNaN(tiles.at(tile, row, column));
        if (!there) {
            return -1;
        }
        int place = row * tiles.width() + column;
        return switch (kind) {
            case IMAGE -> place;
            case MAPS -> place * count + tile;
            case READS, DRAWS -> tiles.numbers()[tile];
            case NUMBERS -> place;
            case DISTRIBUTION, DRAW -> tile * count + place;
        };
    }
}
