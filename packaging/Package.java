import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Makes what one installs on this system out of target/hourglass.jar and target/lib: an image with its own Java, an
 * archive of it, and this system's installers. Run by {@code mvn -Ppackage verify}; needs the JDK that runs it, no more.
 * Natives are taken out of the libraries, so that nothing is unpacked at a start and only this system's are inside.
 */
public final class Package {
    private static final String NAME = "Hourglass";
    private static final String COMMAND = "hourglass";
    /** Where a Linux package puts it. */
    private static final String INSTALLED = "/opt/" + COMMAND;
    private static final String MODULES = "java.base,java.compiler,java.datatransfer,java.desktop,java.instrument,java.logging,"
            + "java.management,java.naming,java.net.http,java.prefs,java.scripting,java.security.jgss,java.sql,"
            + "java.xml,jdk.charsets,jdk.crypto.ec,jdk.incubator.vector,jdk.jfr,jdk.management,jdk.unsupported,"
            + "jdk.zipfs";
    private static final Pattern NATIVE = Pattern.compile(".*\\.(so(\\.\\d+)*|dll|dylib|jnilib)");
    /** Nothing of these is needed at run time. */
    private static final Pattern BALLAST = Pattern.compile(".*\\.(lib|a|h|hpp|cmake|pc|pdb)|.*/include/.*");
    /** Their classes are what a window loads; an archive of all of them is written where the program is installed. */
    private static final Pattern SHARED =
            Pattern.compile("(hourglass|javafx-|atlantafx|ikonli|jackson-(core|databind|annotations)-2|picocli|slf4j).*");

    private final Path target;
    private final Path packaging;
    private final String version;
    private final Path work;
    private final Path out;

    private Package(Path project, String version) {
        this.target = project.resolve("target");
        this.packaging = project.resolve("packaging");
        this.version = version;
        this.work = target.resolve("package-work");
        this.out = target.resolve("package");
    }

    /** Arguments: the project's folder and its version. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Package(Path.of(arguments[0]).toAbsolutePath(), arguments[1]).make();
    }

    private void make() throws IOException, InterruptedException {
        delete(work);
        delete(out);
        Files.createDirectories(out);
        Path input = Files.createDirectories(work.resolve("input"));
        collect(input);
        licences(input.resolve("licences"));
        Path runtime = runtime();
        Path image = image(input, runtime);
        archive(image);
        installers(image);
        checksums();
    }

    // ---------------------------------------------------------------- the program and its libraries

    private void collect(Path input) throws IOException {
        Path natives = Files.createDirectories(input.resolve("natives"));
        Path lib = Files.createDirectories(input.resolve("lib"));
        List<Path> jars = sorted(target.resolve("lib"));
        for (Path jar : jars) {
            repack(jar, lib.resolve(jar.getFileName()), natives);
        }
        repack(target.resolve(COMMAND + ".jar"), input.resolve(COMMAND + ".jar"), natives);
        nolapack(natives);
        List<Path> shared = new ArrayList<>(List.of(input.resolve(COMMAND + ".jar")));
        sorted(lib).stream()
                .filter(jar -> SHARED.matcher(jar.getFileName().toString()).matches())
                .forEach(shared::add);
        classList(shared, input.resolve("classes.lst"));
    }

    /** The one library is asked for under two names; where nothing is unpacked, both must be there. */
    private static void nolapack(Path natives) throws IOException {
        for (Path file : sorted(natives)) {
            String name = file.getFileName().toString();
            if (name.matches("libopenblas\\.(so\\.0|0\\.dylib|dll)")) {
                Path other = natives.resolve(name.replace("libopenblas", "libopenblas_nolapack"));
                if (Here.family() == Here.Family.WINDOWS) {
                    Files.copy(file, other);
                } else {
                    Files.createSymbolicLink(other, file.getFileName());
                }
            }
        }
    }

    private void repack(Path from, Path to, Path natives) throws IOException {
        try (JarFile jar = new JarFile(from.toFile(), false);
                JarOutputStream packed = new JarOutputStream(Files.newOutputStream(to))) {
            packed.setLevel(9);
            for (JarEntry entry : jar.stream().filter(each -> !each.isDirectory()).toList()) {
                String name = entry.getName();
                if (NATIVE.matcher(name).matches()) {
                    if (isForThisSystem(name)) {
                        unpack(jar, entry, natives.resolve(name.substring(name.lastIndexOf('/') + 1)));
                    }
                } else if (!BALLAST.matcher(name).matches()) {
                    JarEntry copy = new JarEntry(name);
                    copy.setLastModifiedTime(FileTime.fromMillis(entry.getLastModifiedTime().toMillis()));
                    packed.putNextEntry(copy);
                    try (InputStream bytes = jar.getInputStream(entry)) {
                        bytes.transferTo(packed);
                    }
                    packed.closeEntry();
                }
            }
        }
    }

    private static void unpack(JarFile jar, JarEntry entry, Path file) throws IOException {
        try (InputStream bytes = jar.getInputStream(entry)) {
            Files.copy(bytes, file);
        }
        file.toFile().setExecutable(true, false);
    }

    /** JNA brings all systems in one jar; the others have this system's alone. */
    private static boolean isForThisSystem(String entry) {
        return !entry.startsWith("com/sun/jna/") || entry.startsWith("com/sun/jna/" + jnaPlatform() + "/");
    }

    private static String jnaPlatform() {
        String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86-64";
        return switch (Here.family()) {
            case WINDOWS -> "win32-" + processor;
            case MAC -> "darwin-" + processor;
            case LINUX -> "linux-" + processor;
        };
    }

    private static void classList(List<Path> jars, Path file) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        for (Path jar : jars) {
            try (JarFile open = new JarFile(jar.toFile(), false)) {
                open.stream()
                        .map(JarEntry::getName)
                        .filter(name -> name.endsWith(".class"))
                        .filter(name -> !name.startsWith("META-INF/") && !name.endsWith("-info.class"))
                        .map(name -> name.substring(0, name.length() - ".class".length()))
                        .forEach(names::add);
            }
        }
        Path base = Path.of(System.getProperty("java.home"), "lib", "classlist");
        List<String> lines = new ArrayList<>();
        if (Files.isRegularFile(base)) {
            Files.readAllLines(base, StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("@"))
                    .forEach(lines::add);
        }
        lines.addAll(names);
        Files.write(file, lines, StandardCharsets.UTF_8);
    }

    /** Each library's own texts, from its jar, below its name. */
    private void licences(Path folder) throws IOException {
        Files.createDirectories(folder);
        Pattern text = Pattern.compile("(META-INF/)?(LICEN[CS]E|NOTICE|COPYING)[^/]*", Pattern.CASE_INSENSITIVE);
        for (Path jar : sorted(target.resolve("lib"))) {
            try (JarFile open = new JarFile(jar.toFile(), false)) {
                for (JarEntry entry : open.stream().filter(each -> text.matcher(each.getName()).matches()).toList()) {
                    Path own = Files.createDirectories(
                            folder.resolve(jar.getFileName().toString().replaceFirst("\\.jar$", "")));
                    try (InputStream bytes = open.getInputStream(entry)) {
                        Files.write(own.resolve(Path.of(entry.getName()).getFileName()), bytes.readAllBytes());
                    }
                }
            }
        }
        copyIfThere(target.resolve("bom.json"), folder.resolve("bom.json"));
        copyIfThere(packaging.resolve("LICENCES.md"), folder.resolve("LICENCES.md"));
    }

    // ---------------------------------------------------------------- Java, image, archive, installers

    private Path runtime() {
        Path runtime = work.resolve("runtime");
        run("jlink", "--add-modules", MODULES, "--output", runtime.toString(), "--strip-debug", "--no-header-files",
                "--no-man-pages", "--compress=2", "--generate-cds-archive");
        return runtime;
    }

    private Path image(Path input, Path runtime) throws IOException {
        List<String> options = new ArrayList<>(List.of(
                "--type", "app-image", "--dest", work.resolve("image").toString(), "--input", input.toString(),
                "--main-jar", COMMAND + ".jar", "--main-class", "hourglass.app.Launcher",
                "--runtime-image", runtime.toString()));
        options.addAll(identity());
        for (String option : List.of(
                "-Xmx1280m",
                "-Dhourglass.image=$APPDIR",
                "-Djava.library.path=$APPDIR/natives",
                "-Djna.boot.library.path=$APPDIR/natives",
                "-Djna.nounpack=true",
                "-Dorg.bytedeco.javacpp.pathsfirst=true")) {
            options.addAll(List.of("--java-options", option));
        }
        options.addAll(icon());
        if (Here.family() == Here.Family.WINDOWS) {
            Path console = work.resolve("console.properties");
            Files.writeString(console, "win-console=true\n", StandardCharsets.ISO_8859_1);
            options.addAll(List.of("--add-launcher", COMMAND + "-console=" + console));
        }
        run("jpackage", options.toArray(String[]::new));
        Path image = sorted(work.resolve("image")).get(0);
        keepJava(image, runtime);
        if (Here.family() == Here.Family.LINUX) {
            classPath(image.resolve("lib/app"));
        }
        return image;
    }

    /** The program starts its Java a second time, with the module of the processor's vectors; jpackage leaves it out. */
    private static void keepJava(Path image, Path runtime) throws IOException {
        Path inside = switch (Here.family()) {
            case WINDOWS -> image.resolve("runtime");
            case MAC -> image.resolve("Contents/runtime/Contents/Home");
            case LINUX -> image.resolve("lib/runtime");
        };
        String java = Here.family() == Here.Family.WINDOWS ? "java.exe" : "java";
        Path copy = inside.resolve("bin").resolve(java);
        if (!Files.exists(copy)) {
            Files.createDirectories(copy.getParent());
            Files.copy(runtime.resolve("bin").resolve(java), copy);
            copy.toFile().setExecutable(true, false);
        }
    }

    /** The class path as the installed program has it, with which alone an archive of its classes fits. */
    private static void classPath(Path app) throws IOException {
        String entry = "app.classpath=$APPDIR";
        List<String> jars = Files.readAllLines(app.resolve(COMMAND + ".cfg"), StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith(entry))
                .map(line -> INSTALLED + "/lib/app" + line.substring(entry.length()))
                .toList();
        Files.writeString(app.resolve("classpath"), String.join(":", jars), StandardCharsets.UTF_8);
    }

    private List<String> identity() {
        String name = Here.family() == Here.Family.LINUX ? COMMAND : NAME;
        return List.of("--name", name, "--app-version", version, "--vendor", "Hourglass", "--description",
                "A desktop laboratory for autoencoders", "--copyright", "Apache License 2.0");
    }

    private List<String> icon() {
        Path icon = packaging.resolve(switch (Here.family()) {
            case WINDOWS -> "hourglass.ico";
            case MAC -> "hourglass.icns";
            case LINUX -> "hourglass.png";
        });
        return Files.exists(icon) ? List.of("--icon", icon.toString()) : List.of();
    }

    private void archive(Path image) throws IOException, InterruptedException {
        String name = COMMAND + "-" + version + "-" + system();
        Path parent = image.getParent();
        String folder = image.getFileName().toString();
        // tar keeps the rights of files, and stands on all three systems; Windows' own writes zip by the name's end.
        List<String> command = Here.family() == Here.Family.WINDOWS
                ? List.of("tar", "-a", "-c", "-f", out.resolve(name + ".zip").toString(), folder)
                : List.of("tar", "-c", "-J", "-f", out.resolve(name + ".tar.xz").toString(), folder);
        ProcessBuilder builder = new ProcessBuilder(command).directory(parent.toFile()).inheritIO();
        builder.environment().put("XZ_OPT", "-T0");
        if (builder.start().waitFor() != 0) {
            throw new IOException("the archive was not written: " + String.join(" ", command));
        }
    }

    private void installers(Path image) throws IOException, InterruptedException {
        for (String type : types()) {
            List<String> options = new ArrayList<>(List.of(
                    "--type", type, "--dest", out.toString(), "--app-image", image.toString(),
                    "--file-associations", packaging.resolve("safetensors.properties").toString(),
                    "--file-associations", packaging.resolve("hourglass.properties").toString()));
            options.addAll(identity());
            options.addAll(List.of("--license-file", packaging.getParent().resolve("LICENSE").toString()));
            switch (Here.family()) {
                case LINUX -> options.addAll(List.of("--linux-package-name", COMMAND, "--linux-shortcut",
                        "--linux-menu-group", "Education;Science;", "--linux-app-category", "science",
                        "--resource-dir", packaging.resolve("linux").toString(), "--install-dir", "/opt"));
                case WINDOWS -> options.addAll(List.of("--win-menu", "--win-shortcut", "--win-dir-chooser",
                        "--win-per-user-install", "--win-upgrade-uuid", "5c1f9b0e-6a0c-4d8c-9d7f-7b1f0f9d2f10"));
                case MAC -> options.addAll(List.of("--mac-package-identifier", "hourglass"));
            }
            run("jpackage", options.toArray(String[]::new));
        }
    }

    private static List<String> types() {
        return switch (Here.family()) {
            case WINDOWS -> List.of("msi");
            case MAC -> List.of("dmg", "pkg");
            case LINUX -> Stream.of("/usr/bin/dpkg-deb", "/usr/bin/fakeroot").allMatch(tool -> Files.exists(Path.of(tool)))
                    ? List.of("deb")
                    : List.of();
        };
    }

    private void checksums() throws IOException {
        StringBuilder sums = new StringBuilder();
        for (Path file : sorted(out)) {
            sums.append(sha256(file)).append("  ").append(file.getFileName()).append('\n');
            System.out.printf(Locale.ROOT, "%s: %.1f MB%n", file.getFileName(), Files.size(file) / 1e6);
        }
        Files.writeString(out.resolve("SHA256SUMS"), sums, StandardCharsets.UTF_8);
    }

    private static String sha256(Path file) throws IOException {
        try (DigestInputStream bytes =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            bytes.skipNBytes(Files.size(file));
            return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    // ---------------------------------------------------------------- small things

    private static void run(String tool, String... arguments) {
        int code = ToolProvider.findFirst(tool)
                .orElseThrow(() -> new IllegalStateException("this Java has no " + tool + ": a JDK is needed"))
                .run(System.out, System.err, arguments);
        if (code != 0) {
            throw new IllegalStateException(tool + " failed: " + String.join(" ", arguments));
        }
    }

    private static String system() {
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64";
        return Here.family().name().toLowerCase(Locale.ROOT) + "-" + processor;
    }

    private static void copyIfThere(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.copy(from, to);
        }
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                path.toFile().setWritable(true);
                Files.delete(path);
            }
        } catch (UncheckedIOException walked) {
            throw walked.getCause();
        }
    }

    /** The three families of systems, by the name that Java gives this one. */
    private static final class Here {
        enum Family {
            LINUX,
            MAC,
            WINDOWS
        }

        static String getProperty(String name) {
            return System.getProperty(name, "");
        }

        static Family family() {
            String name = getProperty("os.name").toLowerCase(Locale.ROOT);
            return name.contains("win") ? Family.WINDOWS : name.contains("mac") ? Family.MAC : Family.LINUX;
        }
    }
}
