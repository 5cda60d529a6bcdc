package hourglass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** How long files and methods are, as the compiler sees them. */
final class SourceSizes {
    private static final int MOST_LINES_OF_A_FILE = 400;
    private static final int MOST_LINES_OF_A_METHOD = 60;

    /** Unrolled by hand, so that sums stay in registers: length is what makes them fast. */
    private static final Path UNROLLED = Path.of("hourglass", "engine", "heap", "vector");

    private SourceSizes() {}

    /** Fails with the name and length of everything that is too long. */
    static void assertSmall(Path sources) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(sources)) {
            files = all.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !sources.relativize(file).startsWith(UNROLLED))
                    .sorted()
                    .toList();
        }
        List<String> tooLong = new ArrayList<>();
        for (Path file : files) {
            long lines;
            try (Stream<String> all = Files.lines(file)) {
                lines = all.count();
            }
            if (lines > MOST_LINES_OF_A_FILE) {
                tooLong.add(file + " has " + lines + " lines, at most " + MOST_LINES_OF_A_FILE);
            }
        }
        tooLong.addAll(longMethods(files));
        assertEquals(List.of(), tooLong, "split these by what they do");
    }

    private static List<String> longMethods(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> found = new ArrayList<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    manager,
                    null,
                    List.of("-proc:none"),
                    null,
                    manager.getJavaFileObjects(files.toArray(new Path[0])));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                unit.accept(new Measuring(unit, positions, found), null);
            }
        }
        return found;
    }

    private static final class Measuring extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> found;

        Measuring(CompilationUnitTree unit, SourcePositions positions, List<String> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (method.getBody() != null && positions.getEndPosition(unit, method) >= 0) {
                long first = line(positions.getStartPosition(unit, method.getBody()));
                long lines = line(positions.getEndPosition(unit, method)) - first + 1;
                if (lines > MOST_LINES_OF_A_METHOD) {
                    found.add(unit.getSourceFile().getName() + ": " + method.getName() + " has " + lines
                            + " lines, at most " + MOST_LINES_OF_A_METHOD);
                }
            }
            return super.visitMethod(method, null);
        }

        private long line(long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }
}
