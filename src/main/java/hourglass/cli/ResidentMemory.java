package hourglass.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Memory this process holds, as Linux tells it. */
final class ResidentMemory {
    private static final Path STATUS = Path.of("/proc/self/status");

    private ResidentMemory() {}

    /** Bytes held now; empty on systems that do not say. */
    static OptionalLong now() {
        return bytes("VmRSS");
    }

    /** Most bytes held at any moment. */
    static OptionalLong most() {
        return bytes("VmHWM");
    }

    private static OptionalLong bytes(String field) {
        try {
            return Files.isReadable(STATUS) ? bytes(field, Files.readString(STATUS)) : OptionalLong.empty();
        } catch (IOException notTold) {
            return OptionalLong.empty();
        }
    }

    static OptionalLong bytes(String field, String status) {
        Matcher line = Pattern.compile("(?m)^" + field + ":\\s+(\\d{1,15}) kB$").matcher(status);
        return line.find() ? OptionalLong.of(Long.parseLong(line.group(1)) * 1024) : OptionalLong.empty();
    }
}
