package hourglass.ui.inside;

import hourglass.core.spec.Activation;
import hourglass.core.spec.LayerSpec;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.Volume;
import hourglass.engine.model.WeightedSum;
import hourglass.session.measure.Units;
import hourglass.session.measure.WalkStage;
import hourglass.ui.inside.InsideModel.Inside;
import hourglass.ui.inside.InsideModel.Mode;
import hourglass.ui.inside.WalkPlaces.Place;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The sentences of the Inside view. */
final class Words {
    private Words() {}

    static String mode(Mode mode) {
        return switch (mode) {
            case WALK -> Messages.text("inside.mode.walk");
            case SURGERY -> Messages.text("inside.mode.surgery");
            case UNITS -> Messages.text("inside.mode.units");
            case SLOW_MOTION -> Messages.text("inside.mode.slow");
        };
    }

    /** A number as it stands in drawings, such as "−0.26". */
    static String number(double value) {
        return minus(String.format(Locale.ROOT, "%.2f", value + 0.0));
    }

    /** An error with four digits after the point. */
    static String error(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    static String minus(String digits) {
        String plain = digits.equals("-0.00") ? "0.00" : digits;
        return plain.replace('-', '−');
    }

    /** What a layer does, in full and then ever shorter. */
    static List<String> operation(LayerSpec layer) {
        return layer.visit(new LayerSpec.Visitor<>() {
            @Override
            public List<String> dense(LayerSpec.Dense dense) {
                return List.of(Messages.text("inside.dense"));
            }

            @Override
            public List<String> convolution(LayerSpec.Convolution convolution) {
                String side = convolution.kernel() + "×" + convolution.kernel();
                return List.of(
                        Messages.text("inside.convolution", side),
                        Messages.text("inside.convolution.short", side),
                        Messages.text("inside.convolution.shortest"));
            }

            @Override
            public List<String> transposed(LayerSpec.TransposedConvolution transposed) {
                return List.of(
                        Messages.text("inside.transposed", transposed.kernel() + "×" + transposed.kernel()),
                        Messages.text("inside.transposed.short"),
                        Messages.text("inside.transposed.shortest"));
            }

            @Override
            public List<String> sampling(LayerSpec.Sampling sampling) {
                return List.of(Messages.text("inside.sampling"));
            }
        });
    }

    /** What stands above a stage, in full and then ever shorter. */
    static List<String> title(Inside inside, int place) {
        WalkStage stage = inside.stages().get(place);
        if (stage.isCode()) {
            return List.of(Messages.text("inside.code"));
        }
        return switch (stage.kind()) {
            case IMAGE -> image(inside, stage);
            case DRAWS -> List.of(Messages.text("inside.draws"), Messages.text("inside.draws.short"));
            case DISTRIBUTION -> List.of(Messages.text("inside.distribution"));
            case MAPS, READS, NUMBERS, DRAW -> operation(layer(inside, stage));
        };
    }

    private static List<String> image(Inside inside, WalkStage stage) {
        if (stage.layer() < 0) {
            if (!inside.image().exists()) {
                return List.of(Messages.text("inside.slow.first"), Messages.text("inside.slow.first.short"));
            }
            String name = inside.image().name(inside.look().test());
            return List.of(inside.input().isNoisy() ? Messages.text("inside.noisy", name) : name);
        }
        return layer(inside, stage).volumeGiven().isPresent()
                ? operation(layer(inside, stage))
                : List.of(Messages.text("inside.output"));
    }

    static LayerSpec layer(Inside inside, WalkStage stage) {
        return inside.walk().spec().layers().get(stage.layer());
    }

    /** The line below the title: how many of what size. */
    static List<String> detail(WalkStage stage) {
        String size = stage.tiles().width() + "×" + stage.tiles().height();
        String count = Integer.toString(stage.count());
        boolean some = stage.tiles().count() < stage.count();
        String shown = Integer.toString(stage.tiles().count());
        return switch (stage.kind()) {
            case IMAGE -> List.of(Messages.text("inside.pixels", size), size);
            case MAPS -> List.of(Messages.text("inside.maps", count, size));
            case READS ->
                some
                        ? List.of(
                                Messages.text("inside.units.some", shown, count), Messages.text("inside.units", count))
                        : List.of(Messages.text("inside.units", count));
            case DRAWS ->
                some
                        ? List.of(Messages.text("inside.pictures.some", shown, count), count)
                        : List.of(Messages.text("inside.pictures", count));
            case NUMBERS ->
                List.of(stage.isCode() ? Counts.numbers(stage.count()) : Messages.text("inside.units", count));
            case DISTRIBUTION -> List.of(Messages.text("inside.each", Counts.numbers(stage.count())));
            case DRAW -> List.of(Messages.text("inside.drawn"));
        };
    }

    /** The line below the pictures. */
    static List<String> foot(Inside inside, WalkStage stage) {
        return switch (stage.kind()) {
            case READS -> List.of(Messages.text("inside.reads.foot"), Messages.text("inside.reads.foot.short"));
            case DRAWS -> List.of(Messages.text("inside.draws.foot"), Messages.text("inside.draws.foot.short"));
            case IMAGE, MAPS -> stage.layer() < 0 ? List.of() : stride(layer(inside, stage));
            case NUMBERS, DISTRIBUTION, DRAW -> List.of();
        };
    }

    private static List<String> stride(LayerSpec layer) {
        return layer.visit(new LayerSpec.Visitor<>() {
            @Override
            public List<String> dense(LayerSpec.Dense dense) {
                return List.of();
            }

            @Override
            public List<String> convolution(LayerSpec.Convolution it) {
                return strides(it.stride(), it.in(), it.out());
            }

            @Override
            public List<String> transposed(LayerSpec.TransposedConvolution it) {
                return strides(it.stride(), it.in(), it.out());
            }

            @Override
            public List<String> sampling(LayerSpec.Sampling sampling) {
                return List.of();
            }
        });
    }

    private static List<String> strides(int stride, Volume in, Volume out) {
        String plain = Messages.text("inside.stride", Integer.toString(stride));
        return stride == 1
                ? List.of(plain)
                : List.of(
                        Messages.text(
                                "inside.stride.sizes",
                                Integer.toString(stride),
                                Integer.toString(in.width()),
                                Integer.toString(out.width())),
                        plain);
    }

    /** What an activation does to the sum. */
    static String after(Activation activation) {
        return Messages.text("inside.after", activation.words());
    }

    /** What a sum is about. */
    static String about(Inside now, Place place, int index) {
        WalkStage stage = now.stages().get(place.stage());
        String tile = Integer.toString(place.tile() + 1);
        String number = Integer.toString(index + 1);
        return switch (stage.kind()) {
            case MAPS -> Messages.text("inside.sum.map", tile);
            case IMAGE -> Messages.text("inside.sum.pixel", place.row() + 1, place.column() + 1);
            case DISTRIBUTION ->
                Messages.text(
                        place.tile() == 0 ? "inside.sum.mean" : "inside.sum.deviation",
                        Integer.toString(index % stage.count() + 1));
            case READS, DRAWS, NUMBERS, DRAW ->
                Messages.text(stage.isCode() ? "inside.sum.number" : "inside.sum.unit", number);
        };
    }

    /** How a layer makes its numbers, in one line. */
    static String recipe(LayerSpec layer, WeightedSum sum) {
        String how = layer.visit(new LayerSpec.Visitor<>() {
            @Override
            public String dense(LayerSpec.Dense dense) {
                return Messages.text("inside.recipe.dense", Counts.spaced(dense.inputs()));
            }

            @Override
            public String convolution(LayerSpec.Convolution it) {
                return Messages.text("inside.recipe.convolution", it.kernel() + "×" + it.kernel());
            }

            @Override
            public String transposed(LayerSpec.TransposedConvolution it) {
                return Messages.text("inside.recipe.transposed", it.kernel() + "×" + it.kernel());
            }

            @Override
            public String sampling(LayerSpec.Sampling sampling) {
                return "";
            }
        });
        return switch (sum.activation()) {
            case RELU -> Messages.text("inside.recipe.cut", how);
            case LINEAR -> how;
            case TANH, SIGMOID, ELU ->
                Messages.text("inside.recipe.through", how, sum.activation().words());
        };
    }

    /** Below the picture of a map. */
    static String size(WalkStage stage, Place place) {
        String size = stage.tiles().width() + "×" + stage.tiles().height();
        return stage.kind() == WalkStage.Kind.MAPS
                ? Messages.text("inside.map.size", Integer.toString(place.tile() + 1), size)
                : size;
    }

    /** Above a picture that was enlarged. */
    static String enlarged(Inside now, Place place) {
        WalkStage stage = now.stages().get(place.stage());
        String number = Integer.toString(stage.tiles().numbers()[place.tile()] + 1);
        return Messages.text("inside.enlarged", number, Integer.toString(stage.count()));
    }

    /** Which image it is. */
    static String image(Inside now) {
        if (now.image().isOwn()) {
            return now.image().name(now.look().test());
        }
        return Messages.text(
                "inside.image",
                now.image().name(now.look().test()),
                Counts.spaced(now.image().index()));
    }

    /** How many numbers of the code are set by hand. */
    static String changed(int count) {
        return switch (count) {
            case 0 -> Messages.text("inside.surgery.whole");
            case 1 -> Messages.text("inside.surgery.changed.one");
            default -> Messages.text("inside.surgery.changed", Integer.toString(count));
        };
    }

    /** An error beside what it was. */
    static String changedError(double before, double now) {
        String error = Messages.text("inside.surgery.error", error(now));
        return before <= 0 || now == before
                ? error
                : Messages.text("inside.surgery.error.changed", error, signedPercent(now / before - 1));
    }

    /** A share with its sign, such as "+50 %". */
    static String signedPercent(double share) {
        double percent = 100 * share;
        String format = Math.abs(percent) < 10 ? "%+.1f\u00a0%%" : "%+.0f\u00a0%%";
        return String.format(Locale.ROOT, format, percent).replace('-', '−');
    }

    static String order(Units.Order order) {
        return switch (order) {
            case PRICE -> Messages.text("inside.order.price");
            case ZEROS -> Messages.text("inside.order.zeros");
            case MEAN -> Messages.text("inside.order.mean");
            case PLACE -> Messages.text("inside.order.place");
        };
    }

    /** What the pictures of all numbers are. */
    static String units(Units all) {
        return Messages.text(
                all.meaning() == Units.Meaning.WEIGHTS ? "inside.units.weights" : "inside.units.one-more",
                Counts.numbers(all.count()));
    }

    /** How many numbers say nothing; empty where all do. */
    static String dead(Units all) {
        return switch (all.dead()) {
            case 0 -> Messages.text("inside.units.dead.none");
            case 1 -> Messages.text("inside.units.dead.one");
            default -> Messages.text("inside.units.dead", Integer.toString(all.dead()));
        };
    }

    /** Which number it is, and where it stands in a code of maps. */
    static String unit(ModelSpec spec, Units all, int number) {
        Optional<Volume> maps = spec.layers().get(spec.encoderLayers() - 1).volumeGiven();
        String name = maps.map(volume -> Messages.text(
                        "inside.units.unit.map",
                        Integer.toString(number + 1),
                        Integer.toString(number % volume.channels() + 1),
                        Integer.toString(number / volume.channels() / volume.width() + 1),
                        Integer.toString(number / volume.channels() % volume.width() + 1)))
                .orElseGet(() -> Messages.text("inside.units.unit", Integer.toString(number + 1)));
        return all.facts().get(number).isDead() ? Messages.text("inside.units.unit.dead", name) : name;
    }

    /** What silencing costs. */
    static String price(Units all, int number) {
        double price = all.price(number);
        return Double.isNaN(price) ? "…" : signedPercent(price);
    }

    /** A share in per cent. */
    static String share(double share) {
        return String.format(Locale.ROOT, "%.0f\u00a0%%", 100 * share);
    }

    /** How far the measurement is, or on how many images it was. */
    static String measuring(UnitsModel.State state, Optional<UnitsModel.Found> found) {
        String known = found.map(made -> Integer.toString(made.units().known())).orElse("0");
        String all = found.map(made -> Integer.toString(made.units().count())).orElse("0");
        return switch (state) {
            case NONE -> "";
            case MEASURING ->
                found.isEmpty()
                        ? Messages.text("inside.units.encoding")
                        : Messages.text("inside.units.measuring", known, all);
            case CANCELLED -> Messages.text("inside.units.cancelled", known, all);
            case FAILED -> Messages.text("inside.units.failed");
            case DONE ->
                found.map(made -> Messages.text(
                                "inside.units.done",
                                Counts.testImages(made.units().priced().images()),
                                error(made.units().priced().error())))
                        .orElse("");
        };
    }

    /** A size with three digits. */
    static String size(double value) {
        return String.format(Locale.ROOT, "%.3g", value).replace('-', '−');
    }

    /** A small share in per cent. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f\u00a0%%", 100 * share);
    }
}
