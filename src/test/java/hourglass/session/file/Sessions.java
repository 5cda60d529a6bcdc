package hourglass.session.file;

import hourglass.core.spec.Activation;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.EmbeddingSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Loss;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import hourglass.core.spec.TrainingSpec;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Progress;
import hourglass.session.lesson.LessonRecord;
import hourglass.testing.Snapshots;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A session with something in every field. */
final class Sessions {
    private Sessions() {}

    /** The smallest network there is, on images of 4 pixels. */
    static ModelSnapshot network(String run, float weight) {
        DenseSpec tiny = new DenseSpec(4, List.of(), 2, Activation.RELU, Activation.LINEAR, Loss.MEAN_SQUARED_ERROR);
        Experiment experiment = new Experiment(
                "custom", new DataSpec("Dots", "00"), tiny, NoiseSpec.CLEAN, new TrainingSpec(3, 4, 0.01), 7);
        return Snapshots.of(run, experiment, new Progress(3, 0, 15), weight);
    }

    static ViewStates views() {
        return new ViewStates(
                Optional.of(new ViewStates.Data("train", List.of(1, 7), 3, 40, 17)),
                Optional.of(new ViewStates.Reconstruct("worst", 3, 5, "network", true, 123)),
                Optional.of(new ViewStates.Inside("surgery", 9, false, 7, 2, List.of(new ViewStates.Cut(4, 0.5)))),
                Optional.of(new ViewStates.Denoise(
                        new ViewStates.Level(NoiseKind.SALT_AND_PEPPER, 0.35),
                        4,
                        6,
                        2,
                        3,
                        "denoised",
                        new ViewStates.Brush("white", 3),
                        List.of(new ViewStates.Painting(5, 2, 2, "01..")))),
                Optional.of(new ViewStates.Embedding(
                        "codes",
                        "dots",
                        new ViewStates.Typed("2000", "30", "1000", "200", "7", "own"),
                        Optional.of(EmbeddingSpec.standard(7).withPoints(500)),
                        2,
                        List.of(4, 8, 15))),
                Optional.of(new ViewStates.Latent(
                        new ViewStates.Plane(true, "manifold", "image", "dimensions", 0, 1),
                        4,
                        List.of(0.25, -1.5),
                        Optional.of(new ViewStates.Path(List.of(0.0, 1.0), List.of(2.0, 3.0), 0.5)),
                        Optional.of(new ViewStates.Picked(12, 9, 5)),
                        1.25)),
                Optional.of(new ViewStates.Oddities(
                        "class",
                        Optional.of("Bag"),
                        "dimmed",
                        "sketchwear",
                        "squared-error",
                        1,
                        Optional.of(0.02),
                        99)),
                Optional.of(new ViewStates.Runs("newest", "epochs")));
    }

    static Session session() {
        ModelSnapshot first = network("one", 0.5f);
        ModelSnapshot second = network("two", -0.25f);
        LessonRecord.OfStep step = new LessonRecord.OfStep(
                "labels", LessonRecord.Stage.VOTED, List.of(1, 2, 3, 0), List.of(), false, Optional.empty());
        return new Session(
                new Session.Words(
                        new Session.Data("Fashion-MNIST", "ab12-cd34"),
                        List.of(new Session.Network("n1", "Dense 2"), new Session.Network("n2", "Kleider “größer” 👕")),
                        "latent",
                        List.of(
                                new Session.Shown("latent", Optional.of("n1"), Optional.empty(), "one"),
                                new Session.Shown("map", Optional.empty(), Optional.of("dense-64"), "abc")),
                        first.experiment(),
                        Optional.of(new Session.Evening(true, new LessonRecord("The evening", true, 4, List.of(step)))),
                        views()),
                Map.of("n1", first, "n2", second));
    }
}
