package hourglass.ui.map;

import hourglass.core.Identity;
import hourglass.core.data.ImageSet;
import hourglass.engine.model.Network;
import hourglass.session.ask.InferenceService;
import hourglass.session.ask.InferenceSlot;
import hourglass.session.map.MapSource;
import hourglass.ui.kit.Messages;
import hourglass.ui.pictures.ImageCard;
import hourglass.ui.scatter.PointSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The point under the pointer with its card, the points selected, and the class seen alone. */
final class PointDesk {
    private final InferenceSlot<Answer> slot;
    private final IntegerProperty hovered = new SimpleIntegerProperty(this, "hovered", -1);
    private final IntegerProperty isolated = new SimpleIntegerProperty(this, "isolated", -1);
    private final ObjectProperty<PointSelection> selection =
            new SimpleObjectProperty<>(this, "selection", PointSelection.NONE);
    private final ReadOnlyObjectWrapper<Optional<ImageCard>> card =
            new ReadOnlyObjectWrapper<>(this, "card", Optional.empty());
    private Optional<ShownMap> map = Optional.empty();
    private @Nullable Answer seen;

    private record Answer(long generation, int point, ImageCard.Output output) {}

    PointDesk(InferenceService inference) {
        slot = inference.slot();
        hovered.addListener((observed, before, now) -> showCard());
    }

    IntegerProperty hoveredProperty() {
        return hovered;
    }

    /** −1 for all. */
    IntegerProperty isolatedProperty() {
        return isolated;
    }

    ObjectProperty<PointSelection> selectionProperty() {
        return selection;
    }

    ReadOnlyObjectProperty<Optional<ImageCard>> cardProperty() {
        return card.getReadOnlyProperty();
    }

    /** Of the points of {@code now}; those of another sample are forgotten. */
    void follow(Optional<ShownMap> now) {
        boolean same = map.isPresent()
                && now.isPresent()
                && map.get().sample() == now.get().sample();
        map = now;
        if (!same) {
            hovered.set(-1);
            selection.set(PointSelection.NONE);
            now.map(shown -> shown.mapped().data().test().classCount())
                    .filter(classes -> isolated.get() >= classes)
                    .ifPresent(tooFew -> isolated.set(-1));
        }
    }

    private void showCard() {
        int point = hovered.get();
        Optional<ShownMap> shown =
                map.filter(all -> point >= 0 && point < all.sample().size());
        card.set(shown.map(all -> card(all, point)));
        shown.filter(all -> all.mapped().fits()).ifPresent(all -> ask(all, point));
    }

    private static ImageCard card(ShownMap map, int point) {
        ImageSet test = map.mapped().data().test();
        int index = map.sample().testIndex(point);
        List<ImageCard.Neighbour> near = new ArrayList<>();
        for (int other : map.sample().neighbours(point)) {
            near.add(new ImageCard.Neighbour(
                    other,
                    map.sample().label(other),
                    Greys.of(test, map.sample().testIndex(other))));
        }
        String words = map.mapped().source() == MapSource.PIXELS
                ? Messages.text("map.card.neighbours.pixels")
                : Messages.text("map.card.neighbours");
        return new ImageCard(
                point,
                index,
                test.className(index),
                test.width(),
                Greys.of(test, index),
                Optional.empty(),
                new ImageCard.Nearest(words, near));
    }

    private void ask(ShownMap all, int point) {
        ImageSet test = all.mapped().data().test();
        int image = all.sample().testIndex(point);
        long generation = all.sample().generation();
        slot.ask(
                all.mapped().snapshot(),
                network -> new Answer(generation, point, reconstruct(network, test.image(image))));
    }

    private static ImageCard.Output reconstruct(Network network, float[] image) {
        float[] output = network.reconstruct(image, 1);
        double sum = 0;
        for (int i = 0; i < image.length; i++) {
            double difference = output[i] - image[i];
            sum += difference * difference;
        }
        return new ImageCard.Output(Greys.of(output), sum / image.length);
    }

    /** Looks for the reconstruction asked for. */
    void tick() {
        Answer answer = slot.answer().orElse(null);
        if (answer == null || Identity.same(answer, seen)) {
            return;
        }
        seen = answer;
        boolean current = map.isPresent() && map.get().sample().generation() == answer.generation();
        if (current && card.get().isPresent() && card.get().get().point() == answer.point()) {
            card.set(Optional.of(card.get().get().with(answer.output())));
        }
    }
}
