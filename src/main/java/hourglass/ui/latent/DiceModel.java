package hourglass.ui.latent;

import hourglass.core.Identity;
import hourglass.core.latent.CodeGaussian;
import hourglass.session.ask.InferenceSlot;
import hourglass.session.look.Look;
import hourglass.session.measure.Dice;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** New garments of one network: codes drawn at random, what they are decoded to, and the nearest training images. */
public final class DiceModel {
    /** What codes are drawn from. */
    public enum Source {
        /** N(0, 1), to which a variational network bends its codes. */
        PRIOR,
        /** A normal distribution with the mean and the covariance of the codes themselves. */
        FITTED
    }

    /**
     * What was drawn of which network. Immutable.
     *
     * @param look the network
     * @param source what was drawn from
     * @param seed with which
     * @param temperature what the distance from the middle was multiplied by
     * @param thrown the images
     */
    record Drawn(Look look, Source source, long seed, double temperature, Dice.Thrown thrown) {}

    private final SpaceModel space;
    private final InferenceSlot<Drawn> slot;
    private final LongProperty seed = new SimpleLongProperty(this, "seed", 12);
    private final DoubleProperty temperature = new SimpleDoubleProperty(this, "temperature", 1);
    private final ObjectProperty<Source> source = new SimpleObjectProperty<>(this, "source", Source.PRIOR);
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", 0);
    private final ReadOnlyObjectWrapper<Optional<Drawn>> drawn =
            new ReadOnlyObjectWrapper<>(this, "drawn", Optional.empty());
    private @Nullable LatentMap asked;
    private Optional<DiceModel> beside = Optional.empty();
    private boolean soiled;

    /** The same seed is thrown with the network beside. */
    DiceModel(SpaceModel space, Questions questions, DiceModel other) {
        this(space, questions);
        beside = Optional.of(other);
        other.seed.bind(seed);
        other.temperature.bind(temperature);
    }

    DiceModel(SpaceModel space, Questions questions) {
        this.space = space;
        slot = questions.slot(answer -> drawn.set(Optional.of(answer)));
        seed.addListener((observed, before, now) -> soil());
        temperature.addListener((observed, before, now) -> soil());
        source.addListener((observed, before, now) -> soil());
        space.mapProperty().addListener((observed, before, now) -> follow(before, now));
    }

    /** What is on its way is about another seed. */
    private void soil() {
        soiled = true;
        slot.forget();
    }

    private void follow(Optional<LatentMap> before, Optional<LatentMap> now) {
        boolean sameRun = before.isPresent()
                && now.isPresent()
                && now.get().look().isSameRun(before.get().look());
        if (!sameRun) {
            soil();
            drawn.set(Optional.empty());
            now.ifPresent(map -> source.set(map.look().isVariational() ? Source.PRIOR : Source.FITTED));
        }
        soiled = true;
    }

    /** Draws where that is out of date, for the network beside too if that is seen. */
    void tick(boolean withBeside) {
        beside.filter(other -> withBeside).ifPresent(other -> other.tick(false));
        tick();
    }

    private void tick() {
        LatentMap map = space.mapProperty().get().orElse(null);
        if (map == null || slot.isWaiting() || !(soiled || !Identity.same(map, asked))) {
            return;
        }
        soiled = false;
        asked = map;
        Look look = map.look();
        Source wanted = source.get();
        long with = seed.get();
        CodeGaussian from = wanted == Source.PRIOR
                ? CodeGaussian.standard(look.codeSize())
                : CodeGaussian.fitted(map.codes().sample().codes(), look.codeSize());
        double warm = temperature.get();
        Dice dice = new Dice(look.data().train(), from, warm, with);
        slot.begin(look.snapshot(), network -> dice.apply(network)
                .map(thrown -> new Drawn(look, wanted, with, warm, thrown)));
    }

    /** Other garments. */
    public void throwAgain() {
        seed.set(seed.get() + 1);
    }

    /** Chooses one and moves the handle to its code. */
    void select(int draw) {
        drawn.get().filter(all -> draw >= 0 && draw < Dice.COUNT).ifPresent(all -> {
            selected.set(draw);
            space.moveOnto(all.thrown().code(draw));
        });
    }

    /** The dice of the network beside. */
    DiceModel beside() {
        return beside.orElse(this);
    }

    /** Seed of the draws. */
    public LongProperty seedProperty() {
        return seed;
    }

    /** What the distance from the middle is multiplied by. */
    DoubleProperty temperatureProperty() {
        return temperature;
    }

    /** What is drawn from. */
    ObjectProperty<Source> sourceProperty() {
        return source;
    }

    /** The draw looked at. */
    IntegerProperty selectedProperty() {
        return selected;
    }

    /** The newest draws; their nearest training images come a little later. */
    ReadOnlyObjectProperty<Optional<Drawn>> drawnProperty() {
        return drawn.getReadOnlyProperty();
    }
}
