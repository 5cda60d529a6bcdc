package hourglass.ui.training;

import hourglass.core.data.DataSet;
import hourglass.core.data.ImageBlock;
import hourglass.core.metric.Clipping;
import hourglass.core.metric.PcaBasis;
import hourglass.engine.model.ModelSnapshot;
import hourglass.session.data.Baseline;
import hourglass.session.data.BaselineService;
import hourglass.session.inference.InferenceService;
import hourglass.session.inference.InferenceSlot;
import hourglass.session.project.ModelService;
import hourglass.session.training.PreviewImages;
import hourglass.session.training.TrainingFrame;
import hourglass.ui.common.Messages;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The fixed test images, what the network makes of them, and what PCA does with as many numbers. */
public final class StripModel {
    private final BaselineService baselines;
    private final ModelService models;
    private final InferenceSlot<NetworkAnswer> networkSlot;
    private final InferenceSlot<PcaAnswer> pcaSlot;
    private final ObjectProperty<StripContent> content;
    private DataSet data;
    private int[] chosen;
    private ImageBlock originals;
    private @Nullable ImageBlock network;
    private @Nullable ImageBlock pca;
    private @Nullable ModelSnapshot askedModel;
    private @Nullable PcaBasis askedBasis;
    private int askedSize;

    StripModel(DataSet first, BaselineService baselines, ModelService models, InferenceService inference) {
        this.baselines = baselines;
        this.models = models;
        networkSlot = inference.slot();
        pcaSlot = inference.slot();
        data = first;
        chosen = PreviewImages.of(first.test());
        originals = block(first, first.test().images(chosen));
        content = new SimpleObjectProperty<>(this, "content", StripContent.of(originals, null, null));
    }

    private record NetworkAnswer(ModelSnapshot model, DataSet data, ImageBlock images) {}

    private record PcaAnswer(PcaBasis basis, int size, ImageBlock images) {}

    /** The three rows. */
    public ObjectProperty<StripContent> contentProperty() {
        return content;
    }

    /** One image in words and numbers. */
    String describe(int tile) {
        int column = tile % chosen.length;
        return Messages.text(
                "train.strip.hover",
                data.test().className(chosen[column]),
                content.get().errorOf(1, column),
                content.get().errorOf(2, column));
    }

    void tick(Shown shown) {
        ImageBlock networkBefore = network;
        ImageBlock pcaBefore = pca;
        DataSet dataBefore = data;
        if (data != shown.data()) {
            switchTo(shown.data());
        }
        if (shown instanceof Shown.Run run) {
            askedModel = null;
            network = run.frame().map(TrainingFrame::reconstructions).orElse(network);
        } else if (shown instanceof Shown.Rest rest) {
            lookAt(rest.model().snapshot());
        }
        lookAtPca(shown.experiment().model().codeSize());
        if (network != networkBefore || pca != pcaBefore || data != dataBefore) {
            content.set(StripContent.of(originals, network, pca));
        }
    }

    private void switchTo(DataSet next) {
        data = next;
        chosen = PreviewImages.of(next.test());
        originals = block(next, next.test().images(chosen));
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
        if (askedModel != model) {
            askedModel = model;
            DataSet asked = data;
            ImageBlock images = originals;
            networkSlot.ask(
                    model,
                    ready -> new NetworkAnswer(
                            model, asked, block(asked, ready.reconstruct(images.toArray(), images.count()))));
        }
        Optional<NetworkAnswer> answer = networkSlot.answer();
        if (answer.isPresent() && answer.get().model() == model && answer.get().data() == data) {
            network = answer.get().images();
        }
    }

    private void lookAtPca(int codeSize) {
        Baseline baseline = baselines.baseline();
        if (baseline.data() != data || baseline.basis().isEmpty()) {
            return;
        }
        PcaBasis basis = baseline.basis().get();
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
        pcaSlot.ask(
                models.active().snapshot(),
                unused -> new PcaAnswer(
                        basis,
                        size,
                        block(asked, basis.reconstruct(images.toArray(), images.count(), size, Clipping.NONE))));
    }
}
