package hourglass.engine.store;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** What somebody holds who opens a file that is no model, told from its first bytes. */
enum FileKind {
    LFS_POINTER(
            "version https://git-lfs",
            "a Git LFS pointer, a note of three lines in the place of the model; fetch the"
                    + " model itself, with \"git lfs pull\" or from the page's download button"),
    WEB_PAGE("<!doctype html", "a web page, not a model, as when a download failed; download it again"),
    HTML("<html", "a web page, not a model, as when a download failed; download it again"),
    XML("<?xml", "a text in XML, not a model; choose another file"),
    JSON("{", "a text in JSON, not a model; choose the .safetensors file"),
    HDF5(
            "\u0089HDF\r\n",
            "a file in HDF5, as older Keras writes it; save its weights as safetensors, as the page on file"
                    + " formats shows"),
    PICKLE(
            "\u0080",
            "a file of Python objects, which may run code and is never opened; save the weights as" + " safetensors"),
    NPY("\u0093NUMPY", "an array of NumPy, not a model; save the weights as safetensors"),
    PNG("\u0089PNG", "a picture, not a model; choose a " + ModelFile.EXTENSION + " file"),
    JPEG("\u00ff\u00d8\u00ff", "a picture, not a model; choose a " + ModelFile.EXTENSION + " file"),
    PDF("%PDF", "a PDF document, not a model; choose a " + ModelFile.EXTENSION + " file"),
    PROGRAM("\u007fELF", "a program, not a model; choose a " + ModelFile.EXTENSION + " file");

    /** As many bytes as are looked at. */
    static final int BYTES = 64;

    private final String beginning;
    private final String words;

    FileKind(String beginning, String words) {
        this.beginning = beginning;
        this.words = words;
    }

    /** Goes on after "it is". */
    String words() {
        return words;
    }

    /** What begins like this. */
    static Optional<String> of(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        String seen = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
        String folded = seen.stripLeading().toLowerCase(Locale.ROOT);
        for (FileKind kind : values()) {
            if (seen.startsWith(kind.beginning) || folded.startsWith(kind.beginning)) {
                return Optional.of(kind.words());
            }
        }
        boolean words =
                text.length() >= 8 && text.chars().allMatch(c -> c == '\n' || c == '\r' || c == '\t' || c >= ' ');
        return words ? Optional.of("a text, not a model; choose a " + ModelFile.EXTENSION + " file") : Optional.empty();
    }
}
