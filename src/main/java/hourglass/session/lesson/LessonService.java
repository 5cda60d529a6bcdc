package hourglass.session.lesson;

import hourglass.core.Reason;
import hourglass.core.data.DataSet;
import hourglass.session.concurrent.CancelToken;
import hourglass.session.concurrent.Latest;
import hourglass.session.concurrent.Worker;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures steps beside everything else, one at a time, the newest wins. Any thread may call. */
public final class LessonService {
    private static final Logger LOG = LoggerFactory.getLogger(LessonService.class);

    private final Worker worker;
    private final LessonLab lab;
    private final Latest<Answer> answer = new Latest<>(new Answer(0, 0, Optional.empty(), ""));
    private CancelToken token = new CancelToken();
    private long asked;

    /**
     * How far a measurement is.
     *
     * @param number of the question, as {@link #ask} gave it
     * @param progress share done, 0 … 1
     * @param measured once all is done
     * @param failure why there will be nothing, in a sentence; empty while that is not so
     */
    public record Answer(long number, double progress, Optional<Measured> measured, String failure) {}

    /** On a thread of its own. */
    public LessonService(Worker worker, LessonLab lab) {
        this.worker = worker;
        this.lab = lab;
    }

    /** Measures what a step asks for; gives the number of the question. */
    public synchronized long ask(LessonStep step, DataSet data) {
        token.cancel();
        CancelToken mine = new CancelToken();
        token = mine;
        long number = ++asked;
        answer.put(new Answer(number, 0, Optional.empty(), ""));
        worker.execute(() -> measure(step, data, number, mine));
        return number;
    }

    private void measure(LessonStep step, DataSet data, long number, CancelToken mine) {
        try {
            Measured measured =
                    lab.measure(step, data, mine, share -> tell(new Answer(number, share, Optional.empty(), "")));
            tell(new Answer(number, 1, Optional.of(measured), ""));
        } catch (CancellationException overtaken) {
            LOG.debug("nobody waits for step {} any more", step.id());
        } catch (RuntimeException failed) {
            LOG.warn("step {}", step.id(), failed);
            String why = Reason.of(failed);
            tell(new Answer(number, 1, Optional.empty(), why));
        }
    }

    private synchronized void tell(Answer news) {
        if (news.number() == asked) {
            answer.put(news);
        }
    }

    /** Nobody waits for the answer any more. */
    public synchronized void cancel() {
        token.cancel();
    }

    /** The newest answer; compare its number with that of the question. */
    public Answer answer() {
        return answer.get();
    }
}
