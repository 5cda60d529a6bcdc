package hourglass.ui.runs;

import hourglass.core.Identity;
import hourglass.engine.model.ModelSnapshot;
import hourglass.session.ask.InferenceService;
import hourglass.session.ask.InferenceSlot;
import hourglass.session.look.Look;
import hourglass.session.project.ModelService;
import hourglass.session.runs.PictureStrip;
import hourglass.session.runs.RunRecord;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pictures of shipped networks, which come without: drawn of the images in use when they are first compared. */
final class ShippedPictures {
    private final InferenceSlot<Drawn> drawing;
    private final ModelService models;
    private final Map<Path, PictureStrip> drawn = new HashMap<>();
    private Optional<Drawn> seen = Optional.empty();
    private Optional<Path> asked = Optional.empty();

    private record Drawn(Path folder, PictureStrip strip) {}

    ShippedPictures(InferenceService inference, ModelService models) {
        drawing = inference.slot();
        this.models = models;
    }

    /** Asks for what is missing; says whether something has come. */
    boolean tick(List<RunRecord> compared, Look look) {
        Optional<Drawn> answer = drawing.answer();
        boolean came = answer.isPresent() && !Identity.same(answer, seen);
        if (came) {
            seen = answer;
            asked = Optional.empty();
            answer.ifPresent(now -> drawn.put(now.folder(), now.strip()));
        } else if (asked.isEmpty()) {
            compared.stream()
                    .filter(run -> ShippedRuns.isOne(run) && !drawn.containsKey(run.folder()))
                    .findFirst()
                    .ifPresent(run -> ask(run, look));
        }
        return came;
    }

    private void ask(RunRecord run, Look look) {
        Optional<ModelSnapshot> model =
                models.shipped(String.valueOf(run.folder().getFileName()));
        if (model.isPresent()
                && model.get().experiment().model().inputSize() == look.test().pixelsPerImage()) {
            asked = Optional.of(run.folder());
            drawing.ask(
                    model.get(),
                    network -> new Drawn(
                            run.folder(),
                            PictureStrip.of(look.test(), run.experiment().noise(), network)));
        }
    }

    /** The run with its pictures, once they are there. */
    RunRecord with(RunRecord run) {
        PictureStrip strip = drawn.get(run.folder());
        return strip == null ? run : run.with(run.card().withStrip(strip));
    }
}
