package hourglass.ui.latent;

import hourglass.engine.model.ModelSnapshot;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A latent model of its own for each test, closed after it. */
abstract class LatentFixture {
    @TempDir
    Path folder;

    @Nullable
    Bench open;

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    final Bench bench(ModelSnapshot first) {
        Bench bench = new Bench(folder, first, Bench.images(2));
        open = bench;
        return bench;
    }

    final Bench variational() {
        return bench(Bench.snapshot(Bench.variational(2), 1, 1));
    }

    /** Shows {@code next} as the run in training. */
    static void train(Bench bench, ModelSnapshot next) {
        bench.show.training(next);
    }
}
