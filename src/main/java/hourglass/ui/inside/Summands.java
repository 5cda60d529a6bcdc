package hourglass.ui.inside;

import hourglass.core.color.Ground;
import hourglass.core.spec.LayerSpec;
import hourglass.core.spec.Window.Area;
import hourglass.engine.model.LayerWeights;
import hourglass.engine.model.WeightedSum;
import hourglass.engine.model.WeightedSum.Part;
import hourglass.figures.StageColors;
import hourglass.session.measure.Walk;
import hourglass.session.measure.WalkStage;
import hourglass.session.measure.WalkStage.Kind;
import hourglass.ui.inside.InsideModel.Inside;
import hourglass.ui.inside.WalkPlaces.Place;
import hourglass.ui.kit.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How the number at a place of the walk came about, as grids, signs and numbers in a row.
 *
 * @param title what it is about
 * @param detail how such numbers are made
 * @param blocks from left to right
 */
record Summands(String title, String detail, List<Block> blocks) {
    /**
     * A grid of numbers, or a sign or number where it has no rows.
     *
     * @param sign what stands there, empty for a grid
     * @param cells {@code [rows × columns]}
     * @param colors of the cells on a ground
     * @param marked cell with a frame, −1 for none
     * @param caption below it
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over and never written again
    record Block(
            String sign,
            float[] cells,
            int rows,
            int columns,
            Function<Ground, StageColors> colors,
            int marked,
            String caption) {
        static Block sign(String sign) {
            return number(sign, "");
        }

        static Block number(String number, String caption) {
            return new Block(number, new float[0], 0, 0, ground -> StageColors.greys(1), -1, caption);
        }

        static Block grid(float[] cells, int columns, Function<Ground, StageColors> colors, String caption) {
            return new Block("", cells, cells.length / columns, columns, colors, -1, caption);
        }

        Block marking(int cell) {
            return new Block(sign, cells, rows, columns, colors, cell, caption);
        }

        boolean isGrid() {
            return rows > 0;
        }
    }

    /** What a place of a map looked at, where place means something to its layer. */
    static Optional<Area> lookedAt(Inside now, Place place) {
        WalkStage stage = now.stages().get(place.stage());
        boolean windowed = (stage.kind() == Kind.MAPS || stage.kind() == Kind.IMAGE)
                && stage.layer() >= 0
                && Words.layer(now, stage).volumeTaken().isPresent();
        return windowed
                ? now.walk()
                        .sum(stage.layer(), stage.indexAt(place.tile(), place.row(), place.column()))
                        .map(WeightedSum::area)
                : Optional.empty();
    }

    /** Of one place; empty where nothing stands there. */
    static Optional<Summands> of(Inside now, Place place) {
        WalkStage stage = now.stages().get(place.stage());
        int index = stage.indexAt(place.tile(), place.row(), place.column());
        if (index < 0) {
            return Optional.empty();
        }
        if (stage.layer() < 0) {
            return Optional.of(input(now, place, stage, index));
        }
        return Optional.of(
                switch (stage.kind()) {
                    case DRAWS -> draws(now, stage, index);
                    case DRAW -> drawn(now, index);
                    case IMAGE, MAPS, READS, NUMBERS, DISTRIBUTION -> sum(now, place, stage, index);
                });
    }

    private static Summands input(Inside now, Place place, WalkStage stage, int index) {
        float value = stage.tiles().at(0, place.row(), place.column());
        return new Summands(
                Messages.text("inside.sum.input"),
                Messages.text("inside.sum.place", place.row() + 1, place.column() + 1),
                List.of(
                        Block.grid(stage.tiles().values(), stage.tiles().width(), g -> StageColors.greys(1), "")
                                .marking(index),
                        Block.sign("→"),
                        Block.number(
                                Words.number(value),
                                Messages.text(now.input().isNoisy() ? "inside.sum.noisy" : "inside.sum.brightness"))));
    }

    private static Summands drawn(Inside now, int index) {
        Walk.Draw draw = now.walk().draw().orElseThrow();
        int d = index % draw.mean().length;
        return new Summands(
                Messages.text("inside.sum.drawn", Integer.toString(d + 1)),
                Messages.text("inside.sum.drawn.detail"),
                List.of(
                        Block.number(Words.number(draw.mean()[d]), "µ"),
                        Block.sign("+"),
                        Block.number(Words.number(draw.deviation()[d]), "σ"),
                        Block.sign("×"),
                        Block.number(Words.number(draw.noise()[d]), "ε"),
                        Block.sign("="),
                        Block.number(Words.number(draw.code()[d]), "z")));
    }

    /** A number times its column of the last weights. */
    private static Summands draws(Inside now, WalkStage stage, int unit) {
        float[] into = now.walk().into(stage.layer());
        LayerWeights weights =
                LayerWeights.of(now.walk().spec(), now.walk().model().parameters(), stage.layer());
        int width = stage.tiles().width();
        int pixels = width * stage.tiles().height();
        float[] column = new float[pixels];
        float[] product = new float[pixels];
        for (int pixel = 0; pixel < pixels; pixel++) {
            column[pixel] = weights.weight(pixel * into.length + unit);
            product[pixel] = column[pixel] * into[unit];
        }
        String number = Integer.toString(unit + 1);
        return new Summands(
                Messages.text("inside.sum.draws", number),
                Messages.text("inside.sum.draws.detail"),
                List.of(
                        Block.number(Words.number(into[unit]), Messages.text("inside.sum.its-number")),
                        Block.sign("×"),
                        Block.grid(column, width, signed(column), Messages.text("inside.sum.its-weights")),
                        Block.sign("="),
                        Block.grid(
                                product,
                                width,
                                g -> StageColors.signed(g, stage.tiles().reach()),
                                Messages.text("inside.sum.adds"))));
    }

    private static Summands sum(Inside now, Place place, WalkStage stage, int index) {
        WeightedSum sum = now.walk().sum(stage.layer(), index).orElseThrow();
        LayerSpec layer = Words.layer(now, stage);
        Part part = sum.strongest();
        int columns = columns(now, stage, sum);
        float[] inputs = filled(part.inputs(), columns);
        float[] weights = filled(part.weights(), columns);
        float[] products = new float[inputs.length];
        for (int i = 0; i < products.length; i++) {
            products[i] = inputs[i] * weights[i];
        }
        String from = sum.parts().size() == 1
                ? Messages.text("inside.sum.window")
                : Messages.text("inside.sum.window.of", Integer.toString(part.map() + 1));
        boolean windowed = layer.volumeTaken().isPresent();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.grid(
                inputs,
                columns,
                scale(inputs, stage.layer() == 0),
                windowed ? from : Messages.text("inside.sum.inputs")));
        blocks.add(Block.sign("×"));
        blocks.add(Block.grid(
                weights,
                columns,
                signed(weights),
                Messages.text(windowed ? "inside.sum.filter" : "inside.sum.weights")));
        blocks.add(Block.sign("="));
        blocks.add(Block.grid(products, columns, signed(products), Messages.text("inside.sum.products")));
        blocks.add(Block.sign("→"));
        blocks.add(Block.number(Words.number(part.sum()), Messages.text("inside.sum.sum")));
        if (sum.parts().size() > 1) {
            blocks.add(Block.sign("+"));
            blocks.add(Block.number(
                    Words.number(sum.sum() - part.sum()), others(sum.parts().size() - 1)));
        }
        blocks.add(Block.sign("+"));
        blocks.add(Block.number(Words.number(sum.bias()), Messages.text("inside.sum.bias")));
        blocks.addAll(ending(sum, place, stage));
        return new Summands(Words.about(now, place, index), Words.recipe(layer, sum), List.copyOf(blocks));
    }

    private static String others(int count) {
        return count == 1
                ? Messages.text("inside.sum.other")
                : Messages.text("inside.sum.others", Integer.toString(count));
    }

    /** What follows the sum: the activation, or what makes a deviation of it. */
    private static List<Block> ending(WeightedSum sum, Place place, WalkStage stage) {
        List<Block> end = new ArrayList<>();
        end.add(Block.sign("→"));
        if (stage.kind() == Kind.DISTRIBUTION && place.tile() == 1) {
            end.add(Block.number(Words.number(sum.value()), "log σ²"));
            end.add(Block.sign("→"));
            end.add(Block.number(Words.number(Math.exp(0.5 * sum.value())), "σ"));
        } else {
            String caption = stage.kind() == Kind.DISTRIBUTION ? "µ" : Words.after(sum.activation());
            end.add(Block.number(Words.number(sum.value()), caption));
        }
        if (stage.kind() == Kind.MAPS || stage.kind() == Kind.IMAGE) {
            int pixels = stage.tiles().width() * stage.tiles().height();
            float[] map =
                    Arrays.copyOfRange(stage.tiles().values(), place.tile() * pixels, (place.tile() + 1) * pixels);
            end.add(Block.sign("→"));
            end.add(Block.grid(map, stage.tiles().width(), g -> StageColors.of(stage, g), Words.size(stage, place))
                    .marking(place.row() * stage.tiles().width() + place.column()));
        }
        return end;
    }

    private static Function<Ground, StageColors> signed(float[] values) {
        return ground -> StageColors.signed(ground, reach(values));
    }

    private static Function<Ground, StageColors> scale(float[] values, boolean pixels) {
        boolean below = false;
        for (float value : values) {
            below |= value < 0;
        }
        double reach = pixels ? Math.max(1, reach(values)) : reach(values);
        return below ? signed(values) : ground -> StageColors.greys(reach);
    }

    private static double reach(float[] values) {
        double most = 0;
        for (float value : values) {
            most = Math.max(most, Float.isNaN(value) ? 0 : Math.abs(value));
        }
        return most;
    }

    /** A window as it is, an image as it is, other numbers as a square. */
    private static int columns(Inside now, WalkStage stage, WeightedSum sum) {
        if (sum.area().rows() > 1 || Words.layer(now, stage).volumeTaken().isPresent()) {
            return sum.area().columns();
        }
        boolean image = stage.layer() == 0;
        return image
                ? now.look().test().width()
                : (int) Math.ceil(Math.sqrt(sum.area().columns()));
    }

    private static float[] filled(float[] values, int columns) {
        int rows = (values.length + columns - 1) / columns;
        float[] all = Arrays.copyOf(values, rows * columns);
        Arrays.fill(all, values.length, all.length, Float.NaN);
        return all;
    }
}
