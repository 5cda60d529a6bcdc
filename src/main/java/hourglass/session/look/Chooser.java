package hourglass.session.look;

import hourglass.core.spec.Preset;
import hourglass.engine.model.ModelSnapshot;
import hourglass.session.look.Showcase.Chosen;
import hourglass.session.run.TrainingState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which network and which image one view shows. Of networks: of all that was chosen, for the window or for this view by hand, the newest that suits. So
 * a view follows a training that it has something to show of, until somebody picks another network, and a pick in one view
 * moves no other. An image of one's own is shown until a test image is chosen in the view. The thread that ticks.
 */
public final class Chooser {
    private final Showcase showcase;
    private final Suitability suitability;
    private @Nullable Chosen byHand;
    /** When an image of one's own was left for a test image. */
    private long left = -1;

    Chooser(Showcase showcase, Suitability suitability) {
        this.showcase = showcase;
        this.suitability = suitability;
    }

    /** What the view shows now. */
    public Look look() {
        Optional<Look> own = Optional.ofNullable(byHand).flatMap(hand -> showcase.find(hand.pick()));
        // What is picked for this view is shown there even if there is little to see; the view says why.
        long floor = own.isPresent() && byHand != null ? byHand.number() : 0;
        return chosen().filter(each -> each.number() > floor)
                .flatMap(each -> showcase.find(each.pick()).stream())
                .filter(suitability.suits())
                .findFirst()
                .or(() -> own)
                .or(this::shipped)
                .orElseGet(this::whatever);
    }

    /** The image this view shows: one's own, or where that was left or there is none, this test image. */
    public ChosenImage image(int test) {
        return showcase.own()
                .filter(image -> showcase.ownSince() > left)
                .map(ChosenImage::own)
                .orElseGet(() -> ChosenImage.test(test));
    }

    /** Shows a test image in this view, until there is another image of one's own. */
    public void leaveOwn() {
        left = showcase.next();
    }

    /** The image of one's own, whether this view shows it or not. */
    public Optional<OwnImage> own() {
        return showcase.own();
    }

    private Stream<Chosen> chosen() {
        return showcase.chosen().stream();
    }

    private Optional<Look> shipped() {
        return suitability.otherwise().stream()
                .map(Preset::id)
                .flatMap(name -> showcase.shipped(name).stream())
                .filter(suitability.suits())
                .findFirst();
    }

    private Look whatever() {
        return chosen().flatMap(each -> showcase.find(each.pick()).stream())
                .findFirst()
                .orElseGet(showcase::first);
    }

    /** Shows this network in this view from now on, until something newer is chosen that suits. */
    public void pick(Pick pick) {
        byHand = new Chosen(showcase.next(), pick);
    }

    /** The same for the whole window; this view shows it whether it suits or not. */
    public void pickForAll(Pick pick) {
        showcase.choose(pick);
        pick(pick);
    }

    /** The training under way, where this view shows another network. */
    public Optional<Look> trainingElsewhere() {
        return showcase.training()
                .filter(look -> look.isTraining() && !look.pick().equals(look().pick()));
    }

    /** Whether this is of the training started last, whose epochs are kept. */
    public boolean isNewestTraining(Look look) {
        return showcase.training()
                .filter(newest -> newest.pick().equals(look.pick()))
                .isPresent();
    }

    /** Whether a training was started of which nothing can be shown yet. */
    public boolean isAwaited(TrainingState state) {
        return showcase.isAwaited(state);
    }

    /** Shows the weights of the best epoch of the training that ended last, instead of its last ones, in all views. */
    public void showBest(ModelSnapshot best) {
        showcase.showBest(best);
    }

    /** Shows its last weights again. */
    public void showLast() {
        showcase.showLast();
    }

    /** All networks that can be picked. */
    public List<Look> offered() {
        return showcase.offered();
    }

    /** The shipped network of a preset, to hold against another. */
    public Optional<Look> shipped(Preset preset) {
        return showcase.shipped(preset.id());
    }
}
