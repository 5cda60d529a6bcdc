package hourglass.testing;

import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import hourglass.engine.model.EpochResult;
import hourglass.engine.store.Report;
import hourglass.session.runs.PictureStrip;
import hourglass.session.runs.RunCard;
import hourglass.session.runs.RunRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs as they are read from folders, made up. */
public final class RunRecords {
    private RunRecords() {}

    /** Settings of a preset on images of 8 × 8 pixels. */
    public static Experiment experiment(Preset preset, long seed) {
        return preset.experiment(new DataSpec("Dots", "00"), 8, 8, seed);
    }

    /** A run of these errors, one an epoch, each of which took ten seconds. */
    public static RunRecord of(String folder, Experiment experiment, double... errors) {
        return of(folder, experiment, Report.Figures.NONE, errors);
    }

    /** The same with what was measured. */
    public static RunRecord of(String folder, Experiment experiment, Report.Figures figures, double... errors) {
        List<EpochResult> epochs = new ArrayList<>();
        for (int i = 0; i < errors.length; i++) {
            epochs.add(new EpochResult(i + 1, errors[i], errors[i], 10, 100 * experiment.seed()));
        }
        Report report = new Report(
                experiment,
                new Report.Data("Dots", Map.of(), 1000, 100),
                epochs,
                figures,
                100.0 * experiment.seed(),
                "completed",
                Report.Environment.current("test"));
        return new RunRecord(Path.of(folder), report, RunCard.BLANK, RunRecord.Weights.NONE, "");
    }

    /** The same called and noted. */
    public static RunRecord called(RunRecord run, String name, String note) {
        return with(run, run.card().withName(name).withNote(note));
    }

    /** The same that draws every image in one brightness, 0 … 255. */
    public static RunRecord drawing(RunRecord run, int brightness) {
        byte[] shown = new byte[2 * 64];
        Arrays.fill(shown, (byte) 200);
        byte[] drawn = new byte[shown.length];
        Arrays.fill(drawn, (byte) brightness);
        RunCard card = run.card();
        PictureStrip strip = new PictureStrip(
                8,
                8,
                Base64.getEncoder().encodeToString(shown),
                Base64.getEncoder().encodeToString(drawn));
        return with(
                run,
                new RunCard(1, card.run(), card.name(), card.note(), card.pinned(), card.began(), Optional.of(strip)));
    }

    private static RunRecord with(RunRecord run, RunCard card) {
        return new RunRecord(run.folder(), run.report(), card, run.weights(), run.trouble());
    }
}
