package hourglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.engine.store.ExperimentFile;
import hourglass.session.runs.RunFolder;
import hourglass.session.runs.RunRecord;
import hourglass.testing.Engines;
import hourglass.testing.SmallData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepCommandTest {
    @TempDir
    Path folder;

    private CommandLab lab;

    @BeforeEach
    void open() {
        lab = new CommandLab(folder, Engines::networks);
    }

    @Test
    void whatMakesNoSenseIsRefusedInASentence() {
        lab.refused("sweep --code 4", "A sweep needs several values");
        lab.refused("sweep --code 2,many", "The values of code are whole numbers");
        lab.refused("sweep --beta 1,2", "β belongs to variational networks");
        lab.refused("sweep --code 2,4 --shard 3", "--shard is one of several parts");
        lab.refused("sweep --code 2,4 --shard 3/2", "A shard is one of several");
        lab.refused("sweep --code 2,4 --jobs 0", "--jobs must be between 1 and 256");
        lab.refused("sweep --preset none --code 2,4", "There is no preset");
        lab.refused("sweep --code 2,4 --seeds 0", "at least 1 seed");
        lab.refused("train --experiment x.json --epochs 2", "--experiment already settles everything");
    }

    @Test
    void timeAndDiskAreSaidFirstAndADryRunWritesNothing() {
        Path out = lab.path("dry");
        lab.succeeds("sweep --preset vae-2 --beta 0.5,2 --seeds 2 --epochs 1 --jobs 2 --dry-run --out " + out);
        String said = lab.out();
        assertTrue(said.contains("4 trainings, 2 at a time: about "), said);
        for (String name : List.of("beta-0.5-seed-7", "beta-0.5-seed-8", "beta-2-seed-7", "beta-2-seed-8")) {
            assertTrue(said.contains("  " + name), said);
        }
        assertFalse(Files.exists(out));
    }

    @Test
    void aProcessOfASweepTrainsItsExperimentAndLeavesNoFigures() throws IOException {
        Path file = lab.path("experiment.json");
        ExperimentFile.write(file, SmallData.dense(SmallData.garments(), 1).withSeed(12));
        Path out = lab.path("run");
        lab.succeeds("train --experiment " + file + " --no-figures --kept " + lab.path("elsewhere") + " --out " + out);
        RunRecord run = RunFolder.read(out);
        assertEquals(12, run.experiment().seed());
        assertEquals(1, run.epochs().size());
        assertEquals("completed", run.report().stopReason());
        assertTrue(run.card().strip().isPresent());
        assertTrue(run.report().figures().test().isPresent());
        try (Stream<Path> files = Files.list(out)) {
            assertFalse(files.anyMatch(each -> each.toString().endsWith(".png")));
        }
    }
}
