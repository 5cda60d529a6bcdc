package hourglass.ui.shell;

import hourglass.core.Identity;
import hourglass.core.data.ImageBlock;
import hourglass.core.data.ImageSet;
import hourglass.core.spec.Experiment;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.session.ask.InferenceAnswer;
import hourglass.session.ask.InferenceService;
import hourglass.session.ask.InferenceSlot;
import hourglass.session.data.DataService;
import hourglass.session.project.ModelService;
import hourglass.session.run.Keeper;
import hourglass.session.run.KeptWork;
import hourglass.session.run.PreviewImages;
import hourglass.ui.kit.Choice;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Notice;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Keeps the list of kept work true to what the keeper holds, and says once that there is something in it. */
public final class KeptPresenter {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final int PICTURES = 10;

    private final ShellModel shell;
    private final Keeper keeper;
    private final ModelService models;
    private final InferenceService inference;
    private final DataService data;
    private final Executor window;
    private final Map<Path, ObjectProperty<Optional<ImageBlock>>> pictures = new HashMap<>();
    private KeptWork.@Nullable Shelf seen;
    private @Nullable Notice notice;

    /** {@code window} runs tasks on the FX thread. */
    public KeptPresenter(
            ShellModel shell,
            Keeper keeper,
            ModelService models,
            InferenceService inference,
            DataService data,
            Executor window) {
        this.shell = shell;
        this.keeper = keeper;
        this.models = models;
        this.inference = inference;
        this.data = data;
        this.window = window;
        shell.keptShownProperty().addListener((observed, before, shown) -> askPictures());
    }

    /** Looks once; FX thread. */
    public void tick() {
        KeptWork.Shelf shelf = keeper.shelf();
        if (Identity.same(shelf, seen)) {
            return;
        }
        boolean first =
                seen == null || (seen.works().isEmpty() && seen.troubles().isEmpty());
        seen = shelf;
        shell.keptChoices().setAll(shelf.works().stream().map(this::choice).toList());
        shell.keptNoteProperty().set(note(shelf));
        int count = shelf.works().size();
        if (count + shelf.troubles().size() == 0) {
            shell.keptShownProperty().set(false);
            shell.notices().remove(notice);
        } else if (first) {
            Choice list = new Choice(
                    Messages.text("kept.show"), () -> shell.keptShownProperty().set(true));
            notice = new Notice(Notice.Kind.INFO, Messages.text("kept.notice", count), list);
            shell.notify(notice);
        }
        askPictures();
    }

    private static String note(KeptWork.Shelf shelf) {
        String room = Messages.text("kept.room", megabytes(shelf.bytes()), megabytes(Keeper.MOST_BYTES));
        return shelf.troubles().isEmpty() ? room : room + "\n" + String.join("\n", shelf.troubles());
    }

    private static String megabytes(long bytes) {
        return Counts.spaced((bytes + (1 << 20) - 1) >> 20);
    }

    private KeptChoice choice(KeptWork work) {
        Experiment experiment = work.experiment();
        String when = WHEN.format(work.when().atZone(ZoneId.systemDefault()));
        String name = Messages.text("kept.name", when);
        return new KeptChoice(
                experiment.describe(),
                Messages.text(
                        "kept.facts",
                        Counts.trained(work.progress()),
                        when,
                        experiment.data().name(),
                        Long.toString(experiment.seed())),
                pictures.computeIfAbsent(work.file(), file -> new SimpleObjectProperty<>(Optional.empty())),
                () -> models.open(work.file(), name),
                work.best()
                        .<Runnable>map(best -> () -> models.open(best.file(), name))
                        .orElse(null),
                work.best()
                        .map(best -> Messages.text("kept.bring-best", best.epochs()))
                        .orElse(""),
                () -> keeper.forget(work));
    }

    /** Only once the list is looked at: each picture asks for a network. */
    private void askPictures() {
        KeptWork.Shelf shelf = seen;
        if (shelf == null || !shell.keptShownProperty().get()) {
            return;
        }
        ImageSet test = data.state().data().test();
        for (KeptWork work : shelf.works()) {
            ObjectProperty<Optional<ImageBlock>> picture = pictures.get(work.file());
            if (picture != null
                    && picture.get().isEmpty()
                    && work.experiment().model().inputSize() == test.pixelsPerImage()) {
                InferenceSlot<ImageBlock> slot = inference.slot(window, answer -> show(answer, picture));
                keeper.read(work, snapshot -> slot.ask(snapshot, network -> drawn(network, snapshot, test)));
            }
        }
    }

    private static void show(InferenceAnswer<ImageBlock> answer, ObjectProperty<Optional<ImageBlock>> picture) {
        answer.value().ifPresent(images -> picture.set(Optional.of(images)));
    }

    private static ImageBlock drawn(Network network, ModelSnapshot snapshot, ImageSet test) {
        int[] chosen = PreviewImages.of(test);
        int count = Math.min(PICTURES, chosen.length);
        int[] first = Arrays.copyOf(chosen, count);
        float[] inputs = PreviewImages.inputs(test, first, snapshot.experiment().noise());
        return ImageBlock.copyOf(test.width(), test.height(), network.reconstruct(inputs, count));
    }
}
