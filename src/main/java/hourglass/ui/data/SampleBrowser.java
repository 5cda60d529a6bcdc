package hourglass.ui.data;

import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;
import hourglass.session.file.ViewStates;
import hourglass.session.history.History;
import hourglass.ui.kit.Messages;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/** Looks through the images of a part: by class, page by page, in the order of the file or shuffled, one of them chosen. */
public final class SampleBrowser {
    private final ReadOnlyObjectWrapper<Page> page =
            new ReadOnlyObjectWrapper<>(this, "page", new Page(List.of(), 0, 0));
    private final ReadOnlyIntegerWrapper draw = new ReadOnlyIntegerWrapper(this, "draw", 0);
    private final ReadOnlyObjectWrapper<Sample> chosen = new ReadOnlyObjectWrapper<>(this, "chosen");
    private final ReadOnlyObjectWrapper<Sample> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private final ObservableSet<Integer> classes = FXCollections.observableSet();
    private final ObservableSet<Integer> classesView = FXCollections.unmodifiableObservableSet(classes);
    private History history = History.unseen();
    private ImageSet images;
    private Part part;
    private int[] order = new int[0];
    private int capacity = 1;
    private int first;

    SampleBrowser(DataSet data, Part part) {
        images = part.of(data);
        this.part = part;
        show(data, part);
    }

    /** Shows another part, from its beginning; the classes stay if they are the same and have images there. */
    void show(DataSet data, Part wanted) {
        boolean sameClasses = data.train().classNames().equals(images.classNames());
        images = wanted.of(data);
        part = wanted;
        int[] counts = SampleOrder.counts(images);
        classes.removeIf(c -> !sameClasses || counts[c] == 0);
        choose(new Sample(images, part, 0));
        reorder();
    }

    /** How it is set. */
    ViewStates.Data state() {
        return new ViewStates.Data(
                ViewStates.word(part),
                classes.stream().sorted().toList(),
                draw.get(),
                first,
                chosen.get().index());
    }

    /** Sets it as it was, as far as these data have such images. */
    void restore(ViewStates.Data state) {
        classes.clear();
        state.classes().stream().filter(label -> label < images.classCount()).forEach(classes::add);
        draw.set(state.draw());
        reorder();
        turnTo(state.first() < order.length ? state.first() : 0);
        if (state.image() >= 0 && state.image() < images.size()) {
            choose(new Sample(images, part, state.image()));
        }
    }

    /** Adds a class to those shown, or takes it away; without the last all are shown. */
    public void toggle(int label) {
        Set<Integer> next = new HashSet<>(classes);
        if (!next.remove(label)) {
            next.add(label);
        }
        filter(next);
    }

    private void filter(Set<Integer> next) {
        Set<Integer> before = Set.copyOf(classes);
        setClasses(next);
        history.changed(Messages.text("undo.class"), before, Set.copyOf(next), this::setClasses);
    }

    private void setClasses(Set<Integer> next) {
        classes.retainAll(next);
        classes.addAll(next);
        reorder();
    }

    /** From now on choices by hand can be taken back. */
    public void remember(History list) {
        history = list;
    }

    /** Shows all classes. */
    public void showAllClasses() {
        filter(Set.of());
    }

    /** Shuffles anew. */
    public void drawAnother() {
        draw.set(draw.get() + 1);
        reorder();
    }

    /** Back to the order of the file. */
    public void inFileOrder() {
        draw.set(0);
        reorder();
    }

    /** One page on, if there is one. */
    public void next() {
        if (page.get().hasNext()) {
            turnTo(first + capacity);
        }
    }

    /** One page back, if there is one. */
    public void previous() {
        turnTo(Math.max(0, first - capacity));
    }

    /** To the first page. */
    public void toStart() {
        turnTo(0);
    }

    /** To the last page. */
    public void toEnd() {
        turnTo(Math.max(0, order.length - 1) / capacity * capacity);
    }

    /** How many images fit on a page. */
    public void fit(int count) {
        if (count > 0 && count != capacity) {
            capacity = count;
            turnTo(first);
        }
    }

    /** Chooses the image at a place of the page. */
    public void choose(int place) {
        if (place >= 0 && place < page.get().images().size()) {
            Sample before = chosen.get();
            choose(new Sample(images, part, page.get().images().get(place)));
            history.changed(Messages.text("undo.image"), before, chosen.get(), this::choose);
        }
    }

    /** Moves the choice by some places, turning the page at its ends. */
    public void move(int places) {
        int target = first + Math.max(0, chosenPlace()) + places;
        if (target < 0 || target >= order.length) {
            return;
        }
        if (target < first) {
            previous();
        } else if (target >= first + page.get().images().size()) {
            next();
        }
        choose(target - first);
    }

    /** Shows the image at a place of the page for the moment; −1 shows the chosen one again. */
    public void hover(int place) {
        boolean onPage = place >= 0 && place < page.get().images().size();
        shown.set(onPage ? new Sample(images, part, page.get().images().get(place)) : chosen.get());
    }

    private void choose(Sample sample) {
        chosen.set(sample);
        shown.set(sample);
    }

    private void reorder() {
        order = SampleOrder.of(images, classes, draw.get());
        turnTo(0);
    }

    private void turnTo(int start) {
        first = start;
        int end = Math.min(order.length, start + capacity);
        page.set(new Page(Arrays.stream(order, start, end).boxed().toList(), start, order.length));
        if (chosenPlace() < 0 && end > start) {
            choose(0);
        }
    }

    /** Place of the chosen image on the page, −1 if it is on another. */
    public int chosenPlace() {
        return page.get().images().indexOf(chosen.get().index());
    }

    /** What the images are taken from. */
    public ImageSet images() {
        return images;
    }

    /** The images shown at once. */
    public ReadOnlyObjectProperty<Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** Number of the shuffle, which is its seed; 0 for the order of the file. */
    public ReadOnlyIntegerProperty drawProperty() {
        return draw.getReadOnlyProperty();
    }

    /** The image chosen. */
    public ReadOnlyObjectProperty<Sample> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The image to show large: the one under the pointer, else the chosen one. */
    public ReadOnlyObjectProperty<Sample> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The classes shown, to look at; empty for all. */
    public ObservableSet<Integer> classes() {
        return classesView;
    }
}
