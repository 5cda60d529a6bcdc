package hourglass.session.measure;

import hourglass.core.Computing;
import hourglass.core.data.DataSet;
import hourglass.session.concurrent.CancelToken;
import hourglass.session.concurrent.Latest;
import hourglass.session.concurrent.Worker;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * Computes the PCA baseline of the data set in use on the {@code analysis} thread: the basis once per data set, the errors
 * once per data set and code size. Any thread may call.
 */
public final class BaselineService {
    private final Worker worker;
    private final Supplier<Computing> computing;
    private final Latest<Baseline> baseline;
    private CancelToken token = new CancelToken();

    /**
     * For a first data set; nothing is computed until asked.
     *
     * @param computing asked for when it is needed; for this service alone
     */
    public BaselineService(Worker worker, Supplier<Computing> computing, DataSet first) {
        this.worker = worker;
        this.computing = computing;
        baseline = new Latest<>(Baseline.of(first));
    }

    /** As far as it is computed. */
    public Baseline baseline() {
        return baseline.get();
    }

    /** As far as it is computed of these data; nothing is known where it is of others. */
    public Baseline baseline(DataSet data) {
        Baseline known = baseline.get();
        return known.isOf(data) ? known : Baseline.of(data);
    }

    /** Asks for the basis and the errors at a code size; repeated questions cost nothing. */
    public synchronized void request(DataSet data, int codeSize) {
        if (!baseline.get().isOf(data)) {
            token.cancel();
            token = new CancelToken();
            baseline.put(Baseline.of(data));
        }
        if (baseline.get().errors(codeSize).isEmpty()) {
            CancelToken mine = token;
            worker.execute(() -> compute(data, codeSize, mine));
        }
    }

    private void compute(DataSet data, int codeSize, CancelToken mine) {
        Baseline known = baseline.get();
        if (mine.isCancelled() || !known.isOf(data) || known.errors(codeSize).isPresent()) {
            return;
        }
        try {
            Baseline fitted = known.fitted(computing.get(), mine);
            publish(fitted);
            publish(fitted.measured(codeSize, mine));
        } catch (CancellationException overtaken) {
            // Another data set came into use; its own question is already waiting.
        }
    }

    /** Only this thread adds to it, so that nothing known is lost. */
    private synchronized void publish(Baseline more) {
        if (baseline.get().isOf(more.data())) {
            baseline.put(more);
        }
    }
}
