package hourglass.session.file;

import hourglass.core.spec.EmbeddingSpec;
import hourglass.core.spec.NoiseKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the views are set, one record each; a view that a file does not speak of stays as it is. Images are named by their
 * place among the test images, classes by their place, −1 for all. What a view can be set to is a word of its own, in
 * small letters; a word that the view does not know leaves that setting as it is, so that a newer program may have more.
 */
public record ViewStates(
        Optional<Data> data,
        Optional<Reconstruct> reconstruct,
        Optional<Inside> inside,
        Optional<Denoise> denoise,
        Optional<Embedding> map,
        Optional<Latent> latent,
        Optional<Oddities> oddities,
        Optional<Runs> runs) {
    private static final int ALL = -1;
    private static final int MOST_SIDE = 1 << 10;

    /** The same as far as it speaks of no image and no class, for data that are others. */
    public ViewStates withoutImages() {
        return new ViewStates(
                Optional.empty(),
                reconstruct.map(
                        now -> new Reconstruct(now.order(), ALL, now.drawSeed(), now.via(), now.spoiling(), ALL)),
                inside.map(now -> new Inside(now.mode(), ALL, now.spoiling(), ALL, now.draw(), List.of())),
                denoise.map(now -> new Denoise(
                        now.noise(), now.noiseSeed(), ALL, now.shuffle(), 0, now.repairedBy(), now.brush(), List.of())),
                map.map(now ->
                        new Embedding(now.source(), now.points(), now.settings(), Optional.empty(), ALL, List.of())),
                latent.map(
                        now -> new Latent(now.look(), ALL, now.handle(), now.path(), Optional.empty(), now.strength())),
                oddities.map(now -> new Oddities(
                        now.kind(), Optional.empty(), now.damage(), now.set(), now.score(), ALL, now.threshold(), ALL)),
                runs);
    }

    /** What a setting is called in a file: its constant in small letters with hyphens. */
    public static String word(Enum<?> setting) {
        return setting.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The setting of this name; empty where there is none. */
    public static <E extends Enum<E>> Optional<E> setting(Class<E> kind, String word) {
        return EnumSet.allOf(kind).stream()
                .filter(each -> word(each).equals(word))
                .findFirst();
    }

    /** Refuses what no class and no image can be. */
    private static void place(int place) {
        if (place < ALL) {
            throw new IllegalArgumentException("expected a place from 0, or -1 for none, got " + place);
        }
    }

    /**
     * Data.
     *
     * @param part of the data
     * @param classes shown; none for all
     * @param draw by which they are shuffled, 0 for the order of the file
     * @param first place on the page
     * @param image chosen
     */
    public record Data(String part, List<Integer> classes, int draw, int first, int image) {
        /** Checks the places. */
        public Data {
            classes = List.copyOf(classes);
            classes.forEach(ViewStates::place);
            place(draw);
            place(first);
            place(image);
        }
    }

    /** Reconstruct. */
    public record Reconstruct(String order, int label, long drawSeed, String via, boolean spoiling, int image) {
        /** Checks the places. */
        public Reconstruct {
            place(label);
            place(image);
        }
    }

    /**
     * Inside.
     *
     * @param cut numbers of the code that were set by hand
     */
    public record Inside(String mode, int label, boolean spoiling, int image, long draw, List<Cut> cut) {
        /** Checks the places. */
        public Inside {
            cut = List.copyOf(cut);
            place(label);
            place(image);
        }
    }

    /** A number of a code, from 0, and what it was set to. */
    public record Cut(int number, double value) {
        /** Checks both. */
        public Cut {
            place(number);
            finite(value);
        }
    }

    private static void finite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("expected a finite number, got " + value);
        }
    }

    /**
     * Denoise.
     *
     * @param column chosen
     * @param painted over images
     */
    public record Denoise(
            Level noise,
            long noiseSeed,
            int label,
            long shuffle,
            int column,
            String repairedBy,
            Brush brush,
            List<Painting> painted) {
        /** Checks the places. */
        public Denoise {
            painted = List.copyOf(painted);
            place(label);
            place(column);
        }
    }

    /** A kind of noise and how much of it, 0 … 1. */
    public record Level(NoiseKind kind, double level) {
        /** Checks the range. */
        public Level {
            if (kind == NoiseKind.NONE) {
                throw new IllegalArgumentException("expected a kind of noise, got none");
            }
            if (!(level >= 0 && level <= 1)) {
                throw new IllegalArgumentException("expected a level from 0 to 1, got " + level);
            }
        }
    }

    /** What one paints with; {@code size} is the side of its square in pixels. */
    public record Brush(String ink, int size) {
        /** Checks the size. */
        public Brush {
            if (size < 1 || size > MOST_SIDE) {
                throw new IllegalArgumentException("expected a brush of 1 to " + MOST_SIDE + " pixels, got " + size);
            }
        }
    }

    /**
     * What was painted over an image.
     *
     * @param pixels row by row, one letter each: {@code 0} black, {@code 1} white, a full stop where nothing was painted
     */
    public record Painting(int image, int width, int height, String pixels) {
        /** Checks that there is a letter for each pixel. */
        public Painting {
            place(image);
            if (width < 1 || height < 1 || width > MOST_SIDE || height > MOST_SIDE) {
                throw new IllegalArgumentException("expected a picture, got one of " + width + "×" + height);
            }
            if (pixels.length() != width * height || !pixels.matches("[01.]*")) {
                throw new IllegalArgumentException("expected " + width * height + " letters 0, 1 or full stop");
            }
        }
    }

    /**
     * Map.
     *
     * @param points what they are drawn as
     * @param settings as they are typed
     * @param shown the map on the screen, where somebody asked for it
     * @param isolated class
     * @param selected test images
     */
    public record Embedding(
            String source,
            String points,
            Typed settings,
            Optional<EmbeddingSpec> shown,
            int isolated,
            List<Integer> selected) {
        /** Checks the places. */
        public Embedding {
            selected = List.copyOf(selected);
            selected.forEach(ViewStates::place);
            place(isolated);
        }
    }

    /** Settings of a map as texts, for they may be half typed. */
    public record Typed(
            String points, String perplexity, String iterations, String learningRate, String seed, String engine) {}

    /**
     * Latent.
     *
     * @param isolated class
     * @param handle the code under it; none before there was one
     * @param image that was picked
     * @param strength of the way towards a class
     */
    public record Latent(
            Plane look,
            int isolated,
            List<Double> handle,
            Optional<Path> path,
            Optional<Picked> image,
            double strength) {
        /** Checks the numbers. */
        public Latent {
            handle = List.copyOf(handle);
            handle.forEach(ViewStates::finite);
            place(isolated);
            finite(strength);
        }
    }

    /**
     * How the plane of codes is shown.
     *
     * @param beside whether another network is shown beside
     * @param plane how it is cut; along two numbers of the code these
     */
    public record Plane(boolean beside, String backdrop, String tool, String plane, int across, int up) {
        /** Checks the places. */
        public Plane {
            place(across);
            place(up);
        }
    }

    /** The way between two codes that were set by hand, and how far the handle is on it, 0 … 1. */
    public record Path(List<Double> start, List<Double> end, double position) {
        /** Checks the numbers. */
        public Path {
            start = List.copyOf(start);
            end = List.copyOf(end);
            start.forEach(ViewStates::finite);
            end.forEach(ViewStates::finite);
            finite(position);
            if (start.size() != end.size()) {
                throw new IllegalArgumentException(
                        "expected two codes of one size, got " + start.size() + " and " + end.size() + " numbers");
            }
        }
    }

    /** A test image, by which seed codes are drawn from its distribution, and the class it is moved towards. */
    public record Picked(int image, long seed, int target) {
        /** Checks the places. */
        public Picked {
            place(image);
            place(target);
        }
    }

    /**
     * Oddities.
     *
     * @param label class of usual images drawn apart
     * @param threshold put by hand
     * @param image of the mixture looked at
     */
    public record Oddities(
            String kind,
            Optional<String> className,
            String damage,
            String set,
            String score,
            int label,
            Optional<Double> threshold,
            int image) {
        /** Checks the places. */
        public Oddities {
            place(label);
            place(image);
            threshold.ifPresent(ViewStates::finite);
        }
    }

    /** Runs. */
    public record Runs(String sort, String along) {}
}
