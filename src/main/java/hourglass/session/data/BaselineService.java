package hourglass.session.data;

import hourglass.core.Identity;
import hourglass.core.data.DataSet;
import hourglass.core.metric.Clipping;
import hourglass.core.metric.PcaBasis;
import hourglass.session.concurrent.CancelToken;
import hourglass.session.concurrent.Latest;
import hourglass.session.concurrent.Worker;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Computes the PCA baseline of the data set in use on the {@code analysis} thread: the basis once per data set, the error
 * once per data set and code size. Any thread may call.
 */
public final class BaselineService {
    private final Worker worker;
    private final Latest<Baseline> baseline;
    private CancelToken token = new CancelToken();

    /** For a first data set; nothing is computed until asked. */
    public BaselineService(Worker worker, DataSet first) {
        this.worker = worker;
        baseline = new Latest<>(new Baseline(first, Optional.empty(), Map.of()));
    }

    /** As far as it is computed. */
    public Baseline baseline() {
        return baseline.get();
    }

    /** Asks for the basis and the error at a code size; repeated questions cost nothing. */
    public synchronized void request(DataSet data, int codeSize) {
        if (!Identity.same(baseline.get().data(), data)) {
            token.cancel();
            token = new CancelToken();
            baseline.put(new Baseline(data, Optional.empty(), Map.of()));
        }
        if (baseline.get().error(codeSize).isEmpty()) {
            CancelToken mine = token;
            worker.execute(() -> compute(data, codeSize, mine));
        }
    }

    private void compute(DataSet data, int codeSize, CancelToken mine) {
        Baseline known = baseline.get();
        if (mine.isCancelled()
                || !Identity.same(known.data(), data)
                || known.error(codeSize).isPresent()) {
            return;
        }
        try {
            PcaBasis basis = known.basis().isPresent() ? known.basis().get() : PcaBasis.fit(data.train(), mine);
            publish(data, basis, Map.of());
            int components = Math.min(codeSize, basis.maxComponents());
            double error = basis.meanSquaredError(data.test(), components, Clipping.NONE, mine);
            publish(data, basis, Map.of(codeSize, error));
        } catch (CancellationException overtaken) {
            // Another data set came into use; its own question is already waiting.
        }
    }

    private synchronized void publish(DataSet data, PcaBasis basis, Map<Integer, Double> more) {
        Baseline old = baseline.get();
        if (Identity.same(old.data(), data)) {
            Map<Integer, Double> errors = new HashMap<>(old.testError());
            errors.putAll(more);
            baseline.put(new Baseline(data, Optional.of(basis), errors));
        }
    }
}
