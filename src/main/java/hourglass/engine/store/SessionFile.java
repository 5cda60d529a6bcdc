package hourglass.engine.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A text and the networks that it speaks of in one file, an ordinary zip archive that any such program lists: first {@code
 * session.json}, then {@code networks/NAME.safetensors}, one {@link ModelFile} each. Nothing in it is compressed, so that
 * no size in it can be larger than the file. The archive's comment, its very last 64 bytes, is the SHA-256 of the whole
 * file, taken with zeros in that place: what was changed, cut or packed again is refused.
 */
public final class SessionFile {
    /** The usual end of a session file's name. */
    public static final String EXTENSION = ".hourglass";

    /** Most bytes of a whole file. */
    static final long MOST_BYTES = 512L << 20;
    /** Most networks in one. */
    public static final int MOST_NETWORKS = 64;

    private static final String TEXT = "session.json";
    private static final Pattern NETWORK = Pattern.compile("networks/([a-z0-9-]{1,80})\\.safetensors");
    private static final int MOST_TEXT = 4 << 20;
    private static final int SEAL = Seal.OPEN.length();
    /** The least an archive can be. */
    private static final int LEAST_BYTES = 22 + SEAL;

    private SessionFile() {}

    /**
     * What is in a session file.
     *
     * @param text what it says, at most 4 MiB of UTF-8
     * @param networks by name: 1 to 80 small letters, digits and dashes
     */
    public record Content(String text, Map<String, StoredModel> networks) {
        /** Copies the map in its order. */
        public Content {
            networks = Collections.unmodifiableMap(new LinkedHashMap<>(networks));
        }
    }

    /**
     * Saves a session; an earlier file of the name is replaced only when this one is complete on the disk and read again.
     *
     * @throws StoreException if it was not saved
     */
    public static void write(Path file, Content content, FileOps ops) throws StoreException {
        try {
            check(content);
        } catch (Refusal refusal) {
            throw new StoreException("The session was not saved: " + refusal.phrase() + ".", refusal);
        }
        new AtomicFile(ops).save(file, out -> write(content, out), (written, length) -> {
            try {
                if (!parse(written, length).equals(content)) {
                    throw new IOException("what was read back differs from what was written");
                }
            } catch (Refusal refusal) {
                throw new IOException(refusal.phrase(), refusal);
            }
        });
    }

    private static void check(Content content) throws Refusal {
        long floats = content.networks().values().stream()
                .mapToLong(model -> 3L * model.snapshot().parameters().size())
                .sum();
        if (content.networks().size() > MOST_NETWORKS || Float.BYTES * floats > MOST_BYTES - (64 << 20)) {
            throw new Refusal("its " + content.networks().size() + " networks are more than fit a session ("
                    + MOST_NETWORKS + " networks, " + (MOST_BYTES >> 20) + " MB); save the large ones as files of their"
                    + " own and start the program anew");
        }
    }

    /** Twice: the first time only to learn what the seal is. */
    private static void write(Content content, OutputStream out) throws IOException {
        DigestOutputStream hashed = new DigestOutputStream(OutputStream.nullOutputStream(), Seal.digest());
        pack(content, Seal.OPEN, hashed);
        pack(content, HexFormat.of().formatHex(hashed.getMessageDigest().digest()), out);
    }

    private static void pack(Content content, String seal, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setMethod(ZipOutputStream.STORED);
        zip.setComment(seal);
        put(zip, TEXT, content.text().getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, StoredModel> network : content.networks().entrySet()) {
            put(zip, "networks/" + network.getKey() + ModelFile.EXTENSION, ModelFile.bytes(network.getValue()));
        }
        zip.finish();
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        // The same session is the same file, whenever it is saved.
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /**
     * Reads a session file, wholly or not at all.
     *
     * @throws StoreException for every way in which it can be wrong, missing or unreadable, in one sentence
     */
    public static Content read(Path file) throws StoreException {
        try {
            if (Files.isDirectory(file)) {
                throw new Refusal("it is a folder; choose a file");
            }
            if (!Files.exists(file)) {
                throw new NoSuchFileException(file.toString());
            }
            if (!Files.isRegularFile(file)) {
                throw new Refusal("it is no ordinary file; choose another");
            }
            try (InputStream in = Files.newInputStream(file)) {
                return parse(in, Files.size(file));
            }
        } catch (Refusal refusal) {
            throw new StoreException(file + " was not opened: " + refusal.phrase() + ".", refusal);
        } catch (IOException failure) {
            throw new StoreException(file + " was not opened: " + FailureWords.reading(failure) + ".", failure);
        }
    }

    /** One with {@code length} bytes to come. */
    private static Content parse(InputStream in, long length) throws Refusal, IOException {
        if (length < LEAST_BYTES) {
            throw new Refusal("it has only " + length + " bytes, too few for a session; use another copy");
        }
        if (length > MOST_BYTES) {
            throw new Refusal("it has " + length + " bytes, at most " + MOST_BYTES + " are allowed");
        }
        MessageDigest digest = Seal.digest();
        DigestInputStream sealed = new DigestInputStream(new Part(in, length - SEAL), digest);
        Content content = unpack(sealed, length);
        sealed.transferTo(OutputStream.nullOutputStream());
        byte[] seal = in.readNBytes(SEAL);
        digest.update(Seal.OPEN.getBytes(StandardCharsets.US_ASCII));
        if (in.read() >= 0 || !Seal.matches(seal, digest.digest())) {
            throw new Refusal(
                    "its content does not match its checksum, so it was changed or damaged; use another copy");
        }
        return content;
    }

    private static Content unpack(InputStream in, long length) throws Refusal, IOException {
        ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8);
        try {
            ZipEntry first = zip.getNextEntry();
            if (first == null || !first.getName().equals(TEXT)) {
                throw new Refusal(
                        "it is no session of Hourglass, or its beginning is damaged; choose a " + EXTENSION + " file");
            }
            String text = new String(zip.readNBytes((int) size(first, MOST_TEXT)), StandardCharsets.UTF_8);
            Map<String, StoredModel> networks = new LinkedHashMap<>();
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = nameOf(entry);
                if (networks.size() >= MOST_NETWORKS || networks.containsKey(name)) {
                    throw new Refusal("it has more networks than " + MOST_NETWORKS + ", or one twice");
                }
                networks.put(name, ModelFile.read(zip, size(entry, length), "Its network " + name));
                zip.closeEntry();
            }
            return new Content(text, networks);
        } catch (ZipException | IllegalArgumentException damaged) {
            throw new Refusal("its parts do not fit together, so it is damaged; use another copy", damaged);
        } catch (ModelFileException inside) {
            throw new Refusal(FailureWords.withoutStop(String.valueOf(inside.getMessage())), inside);
        }
    }

    private static String nameOf(ZipEntry entry) throws Refusal {
        var name = NETWORK.matcher(entry.getName());
        if (!name.matches()) {
            throw new Refusal("it has a part " + JsonWords.quoted(entry.getName()) + " that belongs to no session");
        }
        return name.group(1);
    }

    private static long size(ZipEntry entry, long most) throws Refusal {
        if (entry.getMethod() != ZipEntry.STORED || entry.getSize() < 0) {
            throw new Refusal("its part " + JsonWords.quoted(entry.getName())
                    + " is compressed, as no session of Hourglass is; use the file as it was saved");
        }
        if (entry.getSize() > most) {
            throw new Refusal("its part " + JsonWords.quoted(entry.getName()) + " is said to have " + entry.getSize()
                    + " bytes, at most " + most + " can be there");
        }
        return entry.getSize();
    }

    /** The first bytes of a stream. */
    private static final class Part extends FilterInputStream {
        private long left;

        Part(InputStream in, long length) {
            super(in);
            left = length;
        }

        @Override
        public int read() throws IOException {
            int value = left > 0 ? super.read() : -1;
            left -= value >= 0 ? 1 : 0;
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left <= 0) {
                return length == 0 ? 0 : -1;
            }
            int count = super.read(bytes, offset, (int) Math.min(left, length));
            left -= Math.max(0, count);
            return count;
        }
    }
}
