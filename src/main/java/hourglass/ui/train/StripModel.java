package hourglass.ui.train;

import hourglass.core.Identity;
import hourglass.core.data.DataSet;
import hourglass.core.data.ImageBlock;
import hourglass.core.metric.Clipping;
import hourglass.core.metric.MedianFilter;
import hourglass.core.metric.PcaBasis;
import hourglass.core.spec.NoiseSpec;
import hourglass.engine.model.ModelSnapshot;
import hourglass.figures.Attribution;
import hourglass.figures.ImageRowsFigure;
import hourglass.session.ask.InferenceService;
import hourglass.session.ask.InferenceSlot;
import hourglass.session.measure.BaselineService;
import hourglass.session.run.PreviewImages;
import hourglass.session.run.TrainingFrame;
import hourglass.ui.kit.Messages;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The fixed test images, what the network makes of them, and what PCA or a median filter does. */
public final class StripModel {
    private final BaselineService baselines;
    private final InferenceSlot<NetworkAnswer> networkSlot;
    private final InferenceSlot<PcaAnswer> pcaSlot;
    private final ObjectProperty<StripContent> content;
    private DataSet data;
    private int[] chosen;
    private ImageBlock originals;
    private NoiseSpec noise = NoiseSpec.CLEAN;
    private ImageBlock inputs;
    private @Nullable ImageBlock median;
    private @Nullable ImageBlock network;
    private @Nullable ImageBlock pca;
    private @Nullable ModelSnapshot askedModel;
    private @Nullable PcaBasis askedBasis;
    private int askedSize;

    StripModel(DataSet first, BaselineService baselines, InferenceService inference) {
        this.baselines = baselines;
        networkSlot = inference.slot();
        pcaSlot = inference.slot();
        data = first;
        chosen = PreviewImages.of(first.test());
        originals = block(first, first.test().images(chosen));
        inputs = originals;
        content = new SimpleObjectProperty<>(this, "content", rows());
    }

    private record NetworkAnswer(ModelSnapshot model, ImageBlock inputs, ImageBlock images) {}

    private record PcaAnswer(PcaBasis basis, int size, ImageBlock images) {}

    /** The rows. */
    public ObjectProperty<StripContent> contentProperty() {
        return content;
    }

    private StripContent rows() {
        Map<StripRow, ImageBlock> images = new EnumMap<>(StripRow.class);
        put(images, StripRow.NOISY, inputs);
        put(images, StripRow.NETWORK, network);
        put(images, StripRow.DENOISED, network);
        put(images, StripRow.PCA, pca);
        put(images, StripRow.MEDIAN, median);
        return StripContent.of(StripRow.of(noise), originals, images);
    }

    private static void put(Map<StripRow, ImageBlock> images, StripRow row, @Nullable ImageBlock block) {
        if (block != null) {
            images.put(row, block);
        }
    }

    /** One image in words and numbers. */
    String describe(int tile) {
        int column = tile % chosen.length;
        String name = data.test().className(chosen[column]);
        StripContent shown = content.get();
        return noise.isNoisy()
                ? Messages.text(
                        "train.strip.hover-noisy",
                        name,
                        shown.errorOf(1, column),
                        shown.errorOf(2, column),
                        shown.errorOf(3, column))
                : Messages.text("train.strip.hover", name, shown.errorOf(1, column), shown.errorOf(2, column));
    }

    /** What is known of the rows now, to be saved. */
    ImageRowsFigure figure(Attribution origin) {
        StripContent shown = content.get();
        List<String> names =
                Arrays.stream(chosen).mapToObj(data.test()::className).toList();
        ImageRowsFigure figure = ImageRowsFigure.of(originals, names, origin.line());
        for (StripRow row : shown.rows().subList(1, shown.rows().size())) {
            ImageBlock images = shown.images(row).orElse(null);
            figure = images == null ? figure : figure.compared(row.words(), images);
        }
        return figure;
    }

    void tick(Shown shown) {
        ImageBlock networkBefore = network;
        ImageBlock pcaBefore = pca;
        ImageBlock inputsBefore = inputs;
        DataSet dataBefore = data;
        NoiseSpec wanted = shown.experiment().noise();
        if (!Identity.same(data, shown.data()) || !noise.equals(wanted)) {
            switchTo(shown.data(), wanted);
        }
        lookAtNetwork(shown);
        if (!noise.isNoisy()) {
            lookAtPca(shown.experiment().model().codeSize());
        }
        if (network != networkBefore
                || pca != pcaBefore
                || inputs != inputsBefore
                || !Identity.same(data, dataBefore)) {
            content.set(rows());
        }
    }

    private void lookAtNetwork(Shown shown) {
        if (shown instanceof Shown.Rest rest) {
            lookAt(rest.look().snapshot());
        } else if (shown instanceof Shown.Run run && run.chosen().isPresent()) {
            lookAt(run.chosen().get());
        } else if (shown instanceof Shown.Run run) {
            askedModel = null;
            network = run.frame().map(TrainingFrame::reconstructions).orElse(network);
        }
    }

    private void switchTo(DataSet next, NoiseSpec wanted) {
        data = next;
        noise = wanted;
        chosen = PreviewImages.of(next.test());
        originals = block(next, next.test().images(chosen));
        inputs = wanted.isNoisy() ? block(next, PreviewImages.inputs(next.test(), chosen, wanted)) : originals;
        int width = next.test().width();
        median = wanted.isNoisy()
                ? block(
                        next,
                        MedianFilter.apply(inputs.toArray(), width, next.test().height()))
                : null;
        network = null;
        pca = null;
        askedModel = null;
        askedBasis = null;
    }

    private static ImageBlock block(DataSet data, float[] pixels) {
        return ImageBlock.copyOf(data.test().width(), data.test().height(), pixels);
    }

    private void lookAt(ModelSnapshot model) {
        if (model.experiment().model().inputSize() != originals.pixelsPerImage()) {
            network = null;
            return;
        }
        if (!Identity.same(askedModel, model)) {
            askedModel = model;
            DataSet asked = data;
            ImageBlock shown = inputs;
            networkSlot.ask(
                    model,
                    ready -> new NetworkAnswer(
                            model, shown, block(asked, ready.reconstruct(shown.toArray(), shown.count()))));
        }
        Optional<NetworkAnswer> answer = networkSlot.answer();
        if (answer.isPresent()
                && Identity.same(answer.get().model(), model)
                && answer.get().inputs() == inputs) {
            network = answer.get().images();
        }
    }

    private void lookAtPca(int codeSize) {
        Optional<PcaBasis> known = baselines.baseline(data).basis();
        if (known.isEmpty()) {
            return;
        }
        PcaBasis basis = known.get();
        int size = Math.min(codeSize, basis.maxComponents());
        if (askedBasis != basis || askedSize != size) {
            askedBasis = basis;
            askedSize = size;
            ask(basis, size);
        }
        Optional<PcaAnswer> answer = pcaSlot.answer();
        if (answer.isPresent() && answer.get().basis() == basis && answer.get().size() == size) {
            pca = answer.get().images();
        }
    }

    /** On the inference thread although no network is needed: hundreds of components take longer than a frame may. */
    private void ask(PcaBasis basis, int size) {
        DataSet asked = data;
        ImageBlock images = originals;
        pcaSlot.ask(() -> new PcaAnswer(
                basis, size, block(asked, basis.reconstruct(images.toArray(), images.count(), size, Clipping.NONE))));
    }
}
