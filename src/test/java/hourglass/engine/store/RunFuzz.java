package hourglass.engine.store;

import hourglass.fuzz.ScratchFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Fuzz target: what a training leaves, its report and its settings, and sessions; the first byte says which. */
public final class RunFuzz {
    private RunFuzz() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        if (data.length == 0) {
            return;
        }
        Path file = ScratchFile.with(".json", Arrays.copyOfRange(data, 1, data.length));
        try {
            switch (data[0] & 3) {
                case 0 -> ReportJson.read(file);
                case 1 -> ExperimentFile.read(file);
                default -> SessionFile.read(file);
            }
        } catch (StoreException refused) {
            ScratchFile.checkSentence(refused);
        }
    }

    /** What it begins with. */
    public static List<byte[]> seeds() throws IOException {
        String experiment = ExperimentJson.TEXT.write(ExperimentJson.of(Samples.experiment(4, 2)));
        String report = "\0{\"preset\":\"x\",\"seed\":1,\"dataSet\":{},\"epochs\":[{\"epoch\":1,\"trainLoss\":null}],"
                + "\"test\":null,\"samplesPerSecond\":1.5,\"parameters\":10,\"stopReason\":\"done\",\"experiment\":"
                + experiment + "}";
        return List.of(
                report.getBytes(StandardCharsets.UTF_8),
                ("\1" + experiment).getBytes(StandardCharsets.UTF_8),
                "\2{\"format\":\"hourglass-session\",\"version\":1}".getBytes(StandardCharsets.UTF_8));
    }
}
