package hourglass.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program started as a jar is started, without the vector module. */
class RelaunchTest {
    @TempDir
    Path folder;

    private Process start(Path errors, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx300m",
                "-cp",
                System.getProperty("java.class.path"),
                "hourglass.app.Launcher");
        builder.command().addAll(List.of(arguments));
        builder.environment().put("HOURGLASS_HOME", folder.toString());
        // The machine says that it has seen this.
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Dseen=true");
        return builder.redirectError(errors.toFile())
                .redirectOutput(Redirect.DISCARD)
                .start();
    }

    @Test
    void itHandsOnWhatWasSaidAndHowItEndedButNotTheMachinesRemark() throws Exception {
        Path errors = folder.resolve("errors.txt");
        Process process = start(
                errors,
                "train",
                "--epochs",
                "-1",
                "--out",
                folder.resolve("out").toString());
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        String said = Files.readString(errors);
        assertEquals(2, process.exitValue(), said);
        assertTrue(said.contains("Epochs"), said);
        assertFalse(said.contains("incubator"), said);
        assertTrue(said.contains("JAVA_TOOL_OPTIONS"), said);
    }

    @Test
    void eachJavaIsToldWhatItKnows() {
        assertEquals(List.of(), Relaunch.permissions(17));
        assertEquals(List.of(), Relaunch.permissions(21));
        assertEquals(List.of("--enable-native-access=ALL-UNNAMED"), Relaunch.permissions(22));
        assertEquals(2, Relaunch.permissions(25).size());
    }

    @Test
    void theOtherProcessEndsWithTheOneThatWaitsForIt() throws Exception {
        Process process = start(
                folder.resolve("errors.txt"),
                "train",
                "--epochs",
                "10000",
                "--sketchwear",
                "--out",
                folder.resolve("out").toString());
        ProcessHandle child = childOf(process);
        process.destroyForcibly().waitFor();
        assertTrue(child.onExit().get(60, TimeUnit.SECONDS) != null && !child.isAlive());
    }

    private static ProcessHandle childOf(Process process) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            var child = process.children().findFirst();
            if (child.isPresent()) {
                return child.get();
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no other process was started");
    }
}
