package hourglass.ui.denoise;

import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import hourglass.core.spec.edit.NetworkFamily;
import hourglass.session.project.ActiveModel;
import hourglass.session.project.ModelService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the network to look at and the one to hold against it. */
final class NetworkChoice {
    private final ModelService models;

    NetworkChoice(ModelService models) {
        this.models = models;
    }

    /** The network in use first, then the shipped ones. */
    List<NetworkOption> options() {
        List<NetworkOption> options = new ArrayList<>();
        options.add(NetworkOption.IN_USE);
        models.shippedNames().forEach(name -> options.add(new NetworkOption(name)));
        return options;
    }

    /**
     * What suits this view and images of so many pixels until somebody chooses: the network in use if it learnt to remove
     * noise, else a shipped one that can take them.
     */
    NetworkOption suitable(int pixels) {
        if (isNoisy(models.active()) && takes(models.active(), pixels)) {
            return NetworkOption.IN_USE;
        }
        return Stream.of(Preset.CONV_DENOISE, Preset.DENOISE_64)
                .map(Preset::id)
                .filter(name -> models.shipped(name)
                        .filter(model -> takes(model, pixels))
                        .isPresent())
                .findFirst()
                .map(NetworkOption::new)
                .orElse(NetworkOption.IN_USE);
    }

    /** The network of an option; the one in use where a shipped one is not there. */
    ActiveModel model(NetworkOption option) {
        return models.shipped(option.name()).orElseGet(models::active);
    }

    /**
     * The shipped network to hold against one: where that was trained with noise one that was not, and the other way round;
     * of the same family if possible.
     */
    Optional<ActiveModel> rival(ActiveModel model) {
        boolean convolutional = isConvolutional(model);
        List<Preset> preferred = isNoisy(model)
                ? convolutional ? List.of(Preset.CONV_64, Preset.DENSE_64) : List.of(Preset.DENSE_64)
                : convolutional
                        ? List.of(Preset.CONV_DENOISE, Preset.DENOISE_64)
                        : List.of(Preset.DENOISE_64, Preset.CONV_DENOISE);
        return preferred.stream()
                .flatMap(preset -> models.shipped(preset.id()).stream())
                .filter(other -> isNoisy(other) != isNoisy(model)
                        && experiment(other).model().inputSize()
                                == experiment(model).model().inputSize())
                .findFirst();
    }

    private static boolean takes(ActiveModel model, int pixels) {
        return experiment(model).model().inputSize() == pixels;
    }

    private static Experiment experiment(ActiveModel model) {
        return model.snapshot().experiment();
    }

    static boolean isNoisy(ActiveModel model) {
        return experiment(model).noise().isNoisy();
    }

    private static boolean isConvolutional(ActiveModel model) {
        return NetworkFamily.of(experiment(model).model()) == NetworkFamily.CONVOLUTIONAL;
    }
}
