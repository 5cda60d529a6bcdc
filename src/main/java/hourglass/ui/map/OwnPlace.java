package hourglass.ui.map;

import hourglass.core.Identity;
import hourglass.core.data.ImageSet;
import hourglass.engine.model.Network;
import hourglass.session.ask.InferenceService;
import hourglass.session.ask.InferenceSlot;
import hourglass.session.look.OwnImage;
import hourglass.session.map.EmbeddingSample;
import hourglass.session.map.MapSource;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Where an image of one's own belongs on a map that was made without it: at the point whose code is nearest to its own.
 * t-SNE has no place for what came later.
 */
final class OwnPlace {
    private final InferenceSlot<Found> slot;
    private final ReadOnlyObjectWrapper<Optional<Found>> found =
            new ReadOnlyObjectWrapper<>(this, "found", Optional.empty());
    private @Nullable OwnImage asked;
    private @Nullable EmbeddingSample askedAmong;

    /**
     * The image and its point. Immutable; nobody changes the pixels.
     *
     * @param image the image
     * @param sample among these
     * @param point the one with the nearest code
     * @param width pixels of an image
     * @param argb its pixels as networks see them
     * @param className of the test image at that point
     */
    @SuppressWarnings("ArrayRecordComponent") // pixels on their way to the painter, not changed
    record Found(OwnImage image, EmbeddingSample sample, int point, int width, int[] argb, String className) {
        static Found of(OwnImage image, ShownMap map, Network network) {
            ImageSet test = map.mapped().data().test();
            float[] pixels = image.prepared(test.width(), test.height()).image(0);
            float[] code = map.mapped().source() == MapSource.PIXELS ? pixels : network.encode(pixels, 1);
            int point = map.sample().nearest(code);
            String name = test.className(map.sample().testIndex(point));
            return new Found(image, map.sample(), point, test.width(), Greys.of(pixels), name);
        }

        boolean isAmong(EmbeddingSample other) {
            return Identity.same(sample, other);
        }
    }

    OwnPlace(InferenceService inference) {
        slot = inference.slot();
    }

    /** Follows the image and the map. */
    void tick(Optional<OwnImage> own, Optional<ShownMap> map) {
        ShownMap shown = map.filter(all -> all.mapped().fits()).orElse(null);
        OwnImage image = own.orElse(null);
        if (shown == null || image == null) {
            found.set(Optional.empty());
            return;
        }
        if (!image.equals(asked) || !Identity.same(shown.sample(), askedAmong)) {
            asked = image;
            askedAmong = shown.sample();
            found.set(Optional.empty());
            slot.ask(shown.mapped().snapshot(), network -> Found.of(image, shown, network));
        }
        slot.answer()
                .filter(answer -> answer.image().equals(image) && answer.isAmong(shown.sample()))
                .ifPresent(answer -> found.set(Optional.of(answer)));
    }

    ReadOnlyObjectProperty<Optional<Found>> foundProperty() {
        return found.getReadOnlyProperty();
    }
}
