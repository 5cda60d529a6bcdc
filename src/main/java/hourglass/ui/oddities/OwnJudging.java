package hourglass.ui.oddities;

import hourglass.session.ask.InferenceService;
import hourglass.session.ask.InferenceSlot;
import hourglass.session.look.OwnImage;
import hourglass.session.measure.Mixture;
import hourglass.ui.oddities.OdditiesModel.Measured;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Has an image of one's own scored as the test images are, and again when more scores of these are known. */
final class OwnJudging {
    private final InferenceSlot<Own> slot;
    private final ReadOnlyObjectWrapper<Optional<Own>> own = new ReadOnlyObjectWrapper<>(this, "own", Optional.empty());
    private @Nullable Own asked;

    OwnJudging(InferenceService inference) {
        slot = inference.slot();
    }

    /** There is no such image. */
    void none() {
        own.set(Optional.empty());
    }

    /** Sees to the scores of an image among others, whose own are known so far. */
    void follow(OwnImage image, Mixture images, Optional<Measured> ranks) {
        if (own.get().filter(known -> !known.isOf(image, images)).isPresent()) {
            own.set(Optional.empty());
        }
        ranks.ifPresent(known -> {
            Own wanted = new Own(image, known.scores(), Map.of());
            if (!wanted.isSame(asked)) {
                asked = wanted;
                float[] pixels = image.prepared(
                                images.test().width(), images.test().height())
                        .image(0);
                slot.ask(
                        known.look().snapshot(),
                        network -> new Own(image, known.scores(), known.scores().judge(network, pixels)));
            }
        });
        slot.answer().filter(known -> known.isOf(image, images)).ifPresent(known -> own.set(Optional.of(known)));
    }

    ReadOnlyObjectProperty<Optional<Own>> ownProperty() {
        return own.getReadOnlyProperty();
    }
}
