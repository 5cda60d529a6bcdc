package hourglass.session.run;

import hourglass.core.Identity;
import hourglass.core.data.ImageBlock;
import hourglass.core.data.ImageSet;
import hourglass.core.spec.Experiment;
import hourglass.engine.train.TrainingRun;
import hourglass.session.concurrent.Latest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the network of the run under way made of a few fixed test images after each epoch. In memory, 3 MB at most: where a
 * run has more epochs they are thinned evenly. Told of by whoever trains, read on any thread.
 */
public final class EpochStrips implements RunObserver {
    /** Most images: the first of each class, then the second. */
    private static final int MOST_IMAGES = 10;

    private final Latest<Optional<Seen>> seen = new Latest<>(Optional.empty());

    /**
     * The images of a run.
     *
     * @param experiment what was trained
     * @param data name of the images
     * @param names their classes
     * @param inputs what the network is shown, the originals themselves where it is shown no noise
     * @param strips by epoch, rising; 0 is the network before its first
     */
    public record Seen(
            Experiment experiment,
            String data,
            List<String> names,
            ImageBlock originals,
            ImageBlock inputs,
            List<Strip> strips) {
        /** Copies the lists. */
        public Seen {
            names = List.copyOf(names);
            strips = List.copyOf(strips);
        }

        /** Whether what the network is shown differs from the originals. */
        public boolean isNoisy() {
            return !Identity.same(originals, inputs);
        }

        private Seen with(Strip strip) {
            List<Strip> more = new ArrayList<>(strips);
            more.add(strip);
            if (more.size() > EpochArchive.MOST_EPOCHS) {
                List<Integer> epochs = more.stream().map(Strip::epoch).toList();
                more.remove(epochs.indexOf(EpochArchive.victim(epochs)));
            }
            return new Seen(experiment, data, names, originals, inputs, more);
        }
    }

    /** The images as the network gives them again after so many epochs. */
    public record Strip(int epoch, ImageBlock images) {}

    @Override
    public void after(TrainingRun run, Moment moment) {
        if (moment == Moment.BEGIN) {
            seen.put(Optional.of(begin(run)));
        }
        boolean atEpoch = moment == Moment.EPOCH
                || (moment == Moment.BEGIN && run.progress().batch() == 0);
        if (atEpoch) {
            seen.put(seen.get().map(before -> before.with(strip(run, before.inputs()))));
        }
    }

    private static Seen begin(TrainingRun run) {
        ImageSet test = run.data().test();
        int[] all = PreviewImages.of(test);
        int[] chosen = Arrays.copyOf(all, Math.min(MOST_IMAGES, all.length));
        ImageBlock originals = block(test, test.images(chosen));
        boolean noisy = run.experiment().noise().isNoisy();
        ImageBlock inputs = noisy
                ? block(
                        test,
                        PreviewImages.inputs(test, chosen, run.experiment().noise()))
                : originals;
        List<String> names = Arrays.stream(chosen).mapToObj(test::className).toList();
        return new Seen(run.experiment(), run.data().name(), names, originals, inputs, List.of());
    }

    private static Strip strip(TrainingRun run, ImageBlock inputs) {
        float[] again = run.reconstruct(inputs.toArray(), inputs.count());
        return new Strip(run.progress().epochs(), block(run.data().test(), again));
    }

    private static ImageBlock block(ImageSet test, float[] pixels) {
        return ImageBlock.copyOf(test.width(), test.height(), pixels);
    }

    /** Of the run that began last; empty before the first. */
    public Optional<Seen> seen() {
        return seen.get();
    }
}
