package hourglass.cli;

import hourglass.core.Reason;
import hourglass.core.spec.InvalidSpecException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The commands without a window. Exit codes: 0 all done, 1 something failed, 2 arguments that make no sense. */
@Command(
        name = "hourglass",
        description = "A desktop laboratory for autoencoders. Without a command it opens the window.",
        footer = {
            "",
            "--engine=dl4j, with any command or with none, has Deeplearning4j compute the networks"
                    + " instead of Hourglass's own products."
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class HourglassCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(HourglassCommand.class);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private HourglassCommand() {}

    /** Runs one command; gives the exit code. */
    public static int run(String[] arguments, CommandContext context) {
        try {
            return commandLine(context).execute(arguments);
        } catch (Error broken) {
            LOG.error("command failed", broken);
            complain(
                    broken instanceof OutOfMemoryError
                            ? "There was not enough memory for \"" + arguments[0] + "\" with this network and these"
                                    + " data; try fewer neurons or a smaller batch, or give Java more with -Xmx."
                            : Reason.of(broken));
            return 1;
        }
    }

    /** With output to somewhere else, for tests. */
    static int run(String[] arguments, CommandContext context, PrintWriter out, PrintWriter err) {
        return commandLine(context).setOut(out).setErr(err).execute(arguments);
    }

    static CommandLine commandLine(CommandContext context) {
        CommandLine line = new CommandLine(new HourglassCommand());
        line.addSubcommand("train", new TrainCommand(context));
        line.addSubcommand("sweep", new SweepCommand(context));
        line.addSubcommand("render", new RenderCommand(context));
        line.addSubcommand("oddities", new OdditiesCommand(context));
        line.addSubcommand("bench", new BenchCommand(context));
        line.addSubcommand("ship", new ShipCommand(context));
        line.addSubcommand("data", new DataCommand(context));
        line.addSubcommand("lesson", new LessonCommand(context));
        line.addSubcommand("help", new CommandLine.HelpCommand());
        line.getCommandSpec().version("Hourglass " + context.version());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(Path.class, HourglassCommand::path);
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler(HourglassCommand::badArguments);
        line.setExecutionExceptionHandler(HourglassCommand::failed);
        return line;
    }

    /** A file or folder; a quotation mark at the end is what Windows makes of a backslash before one. */
    public static Path path(String text) {
        try {
            return Path.of(text.endsWith("\"") ? text.substring(0, text.length() - 1) : text);
        } catch (InvalidPathException impossible) {
            throw new TypeConversionException("\"" + text + "\" cannot be the name of a file or folder here");
        }
    }

    private static int badArguments(ParameterException problem, String[] arguments) {
        CommandLine line = problem.getCommandLine();
        line.getErr().println("hourglass: " + oneLine(problem) + " (see --help)");
        return 2;
    }

    private static int failed(Exception problem, CommandLine line, ParseResult parsed) {
        line.getErr().println("hourglass: " + oneLine(problem));
        if (problem instanceof InvalidSpecException || problem instanceof UsageException) {
            LOG.info("refused: {}", problem.getMessage());
            return 2;
        }
        if (problem instanceof IOException && !isOfJava(problem)) {
            LOG.warn("command failed", problem);
        } else {
            LOG.error("command failed", problem);
        }
        return 1;
    }

    /** Our own exceptions say in a sentence what the user is holding; those of Java do not. */
    private static boolean isOfJava(Exception problem) {
        return problem.getClass().getName().startsWith("java.");
    }

    /** Of arguments the library that reads them has something to say; of all else {@link Reason}. */
    private static String oneLine(Exception problem) {
        String message = problem.getMessage();
        return problem instanceof ParameterException && message != null
                ? message.replaceAll("\\s*\\R\\s*", " ")
                        .replaceAll("is not an? (int|long)\\b", "is not a whole number")
                        .replaceAll("is not a (double|float)\\b", "is not a number")
                : Reason.of(problem);
    }

    /** Says that there is no screen and what works without one. */
    public static int noDisplay() {
        System.err.println("hourglass: there is no display to open a window on (DISPLAY is not set); "
                + "the commands train, sweep, render, oddities, bench, data and lesson work without one, see --help");
        return 1;
    }

    /** One line on the terminal, for the window when it was asked to report there. */
    public static void say(String line) {
        System.out.println(line);
    }

    /** Keeps what libraries write about failures of their own to the error stream, until it is clear whose words are needed. */
    public static void holdErrors() {
        System.setErr(new HeldErrors(System.err));
    }

    /** Ends that; gives what was held. */
    public static String heldErrors() {
        if (System.err instanceof HeldErrors held) {
            System.setErr(held.real);
            return held.bytes.toString(StandardCharsets.UTF_8);
        }
        return "";
    }

    /** Ends that; what was held is written. */
    public static void releaseErrors() {
        String held = heldErrors();
        System.err.print(held);
    }

    private static final class HeldErrors extends PrintStream {
        private final PrintStream real;
        private final ByteArrayOutputStream bytes;

        HeldErrors(PrintStream real) {
            this(real, new ByteArrayOutputStream());
        }

        private HeldErrors(PrintStream real, ByteArrayOutputStream bytes) {
            super(bytes, true, StandardCharsets.UTF_8);
            this.real = real;
            this.bytes = bytes;
        }
    }

    /** One line about something that went wrong before there was a window to say it in. */
    public static void complain(String sentence) {
        System.err.println("hourglass: " + sentence);
    }

    /** What another process of this program says about what went wrong. */
    public static void handOn(byte[] said, int count) {
        System.err.write(said, 0, count);
        System.err.flush();
    }

    /** Writes out what the streams still hold. */
    public static void flush() {
        System.out.flush();
        System.err.flush();
    }

    /** No command was named. */
    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "Name a command: train, sweep, render, oddities, bench, ship, data or lesson.");
    }
}
