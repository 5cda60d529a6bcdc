package hourglass.ui.latent;

import hourglass.core.data.DataSet;
import hourglass.session.project.ActiveModel;
import hourglass.session.project.ModelService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the network to show: the one picked, else the one in use if its codes make a plane, else a shipped one. */
final class Subjects {
    /** In the order of preference. */
    private static final List<String> VARIATIONAL = List.of("vae-2", "vae-conv-2");

    private static final String PLAIN = "dense-2";

    private final ModelService models;
    private @Nullable NetworkChoice picked;

    Subjects(ModelService models) {
        this.models = models;
    }

    /** All there is to choose from; the network in use comes first. */
    List<NetworkChoice> choices() {
        List<NetworkChoice> choices = new ArrayList<>(List.of(NetworkChoice.IN_USE));
        models.shippedNames().forEach(name -> choices.add(new NetworkChoice(name)));
        return List.copyOf(choices);
    }

    /** From now on this one. */
    void pick(NetworkChoice choice) {
        picked = choice;
    }

    /** What is shown now. */
    NetworkChoice choice(DataSet data) {
        NetworkChoice wanted = picked;
        return wanted == null ? automatic(data) : wanted;
    }

    private NetworkChoice automatic(DataSet data) {
        Subject active = new Subject(models.active(), data);
        boolean suits = active.fits() && (active.codeSize() == 2 || active.isVariational());
        return suits
                ? NetworkChoice.IN_USE
                : variational(data)
                        .map(subject -> new NetworkChoice(subject.model().name()))
                        .orElse(NetworkChoice.IN_USE);
    }

    /** The network chosen; the one in use while a shipped one is still being read. */
    Subject main(DataSet data) {
        NetworkChoice choice = choice(data);
        ActiveModel model = choice.isInUse()
                ? models.active()
                : models.shipped(choice.name()).orElse(models.active());
        return new Subject(model, data);
    }

    /** A plain network of two numbers to hold against a variational one: the one in use, else the shipped one. */
    Optional<Subject> plain(DataSet data) {
        return Stream.concat(Stream.of(models.active()), models.shipped(PLAIN).stream())
                .map(model -> new Subject(model, data))
                .filter(subject -> !subject.isVariational() && subject.codeSize() == 2 && subject.fits())
                .findFirst();
    }

    /** The variational one to hold against a plain network that was chosen. */
    Optional<Subject> variational(DataSet data) {
        return VARIATIONAL.stream()
                .flatMap(name -> models.shipped(name).stream())
                .map(model -> new Subject(model, data))
                .filter(Subject::fits)
                .findFirst();
    }
}
