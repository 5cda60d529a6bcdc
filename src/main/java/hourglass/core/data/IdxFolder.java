package hourglass.core.data;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder of IDX files, found by the beginnings of their names: {@code train-images*}, {@code train-labels*},
 * {@code t10k-images*} or {@code test-images*}, {@code t10k-labels*} or {@code test-labels*}, also with the name of their set
 * before them. Files of an official set are known by their hashes and get its name and its classes; others are data of
 * somebody's own.
 */
public final class IdxFolder {
    /** Optional file of class names, UTF-8, one a line in the order of the labels. */
    public static final String CLASSES = "classes.txt";

    private static final int MAX_CLASSES = 256;
    private static final long MAX_CLASSES_BYTES = 1 << 16;
    private static final String TRAIN_IMAGES = "train-images";
    private static final String GZ = ".gz";

    private IdxFolder() {}

    /** Like {@link #load(Path, List, BooleanSupplier)}, with all sets that are known. */
    public static DataSet load(Path folder) throws IOException {
        return load(folder, OfficialSets.ALL, () -> false);
    }

    /**
     * Loads a folder, or the one folder in it that has such files. With a {@value #CLASSES} the data are somebody's own;
     * without it, files that are not all of one of {@code known} have classes by number.
     *
     * @param cancelled asked again and again; ends the reading with a {@link java.util.concurrent.CancellationException}
     * @throws DataFormatException if files are missing, damaged or do not fit together
     * @throws IOException if a file cannot be read
     */
    public static DataSet load(Path folder, List<OfficialSet> known, BooleanSupplier cancelled) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new DataFormatException(folder + (Files.exists(folder) ? " is not a folder." : " does not exist."));
        }
        Path place = onlyPlace(folder);
        Reader labels = file -> IdxReader.labels(file, cancelled);
        Reader images = file -> IdxReader.images(file, cancelled);
        IdxFile trainLabels = read(place, labels, "train-labels");
        IdxFile testLabels = read(place, labels, "t10k-labels", "test-labels");
        IdxFile train = read(place, images, TRAIN_IMAGES);
        IdxFile test = read(place, images, "t10k-images", "test-images");
        List<IdxFile> files = List.of(train, trainLabels, test, testLabels);
        List<String> remarks = new ArrayList<>(remarks(place, files));
        FourParts parts = new FourParts(place, files, remarks);
        Optional<List<String>> names = classNames(place, folder);
        if (names.isEmpty() && files.stream().allMatch(IdxFolder::hasOfficialName)) {
            refuseMixture(place, known, parts);
            if (known.stream().noneMatch(set -> parts.matching(set).contains(true))) {
                remarks.add(nobodyKnows(known));
            }
        }
        return parts.dataSet(names, known);
    }

    /** The names of the classes, from the first of these folders that has a file of them. */
    static Optional<List<String>> classNames(Path... folders) throws IOException {
        for (Path beside : folders) {
            if (Files.exists(beside.resolve(CLASSES))) {
                return Optional.of(classNames(beside));
            }
        }
        return Optional.empty();
    }

    private static List<String> remarks(Path place, List<IdxFile> files) throws IOException {
        Set<String> present = FolderContents.files(place).stream()
                .map(file -> file.getFileName().toString())
                .collect(Collectors.toSet());
        String chosen = files.stream()
                .map(file -> file.path().getFileName().toString())
                .filter(name -> present.contains(name + GZ)
                        || (name.endsWith(GZ) && present.contains(name.substring(0, name.length() - GZ.length()))))
                .collect(Collectors.joining(", "));
        return chosen.isEmpty()
                ? List.of()
                : List.of("Of two copies, packed and plain, these were read: " + chosen + ".");
    }

    private static boolean hasOfficialName(IdxFile file) {
        String name = String.valueOf(file.path().getFileName());
        return OfficialSet.FILE_NAMES.contains(name) || OfficialSet.FILE_NAMES.contains(name + GZ);
    }

    private static String nobodyKnows(List<OfficialSet> known) {
        String packedOnly = known.stream()
                .filter(OfficialSet::isKnownPackedOnly)
                .map(set -> " (" + set.name() + " is known by its .gz files only)")
                .collect(Collectors.joining());
        return "These are not the files of "
                + known.stream().map(OfficialSet::name).collect(Collectors.joining(", ")) + packedOnly
                + ", so their classes have numbers; a " + CLASSES + " beside them, a name a line, names them.";
    }

    /** Some files of an official set beside others: taking them for the set would show wrong pictures under its name. */
    private static void refuseMixture(Path place, List<OfficialSet> known, FourParts parts) throws DataFormatException {
        Optional<OfficialSet> partly = known.stream()
                .filter(set -> parts.matching(set).stream().anyMatch(same -> same))
                .filter(set -> parts.matching(set).contains(false))
                .findFirst();
        if (partly.isPresent()) {
            int strange = parts.matching(partly.get()).indexOf(false);
            throw new DataFormatException(parts.files().get(strange).path().getFileName() + " in "
                    + place.toAbsolutePath() + " is not " + partly.get().name()
                    + "'s file, though others beside it are; get the set again, or, to use it as data of your own, put a "
                    + CLASSES + " with the names of its classes beside it.");
        }
    }

    /** The folders with such files: the folder itself, or else those in it, at most two levels down. */
    public static List<Path> places(Path folder) throws IOException {
        if (!matches(folder, TRAIN_IMAGES).isEmpty()) {
            return List.of(folder);
        }
        List<Path> places = new ArrayList<>();
        for (Path below : FolderContents.folders(folder)) {
            if (!matches(below, TRAIN_IMAGES).isEmpty()) {
                places.add(below);
            }
            for (Path deeper : FolderContents.folders(below)) {
                if (!matches(deeper, TRAIN_IMAGES).isEmpty()) {
                    places.add(deeper);
                }
            }
        }
        return places;
    }

    private static Path onlyPlace(Path folder) throws IOException {
        List<Path> places = places(folder);
        if (places.size() > 1) {
            throw new DataFormatException(folder + " has several data sets: "
                    + places.stream().map(Path::toString).collect(Collectors.joining(", ")) + "; choose one of them.");
        }
        return places.isEmpty() ? folder : places.get(0);
    }

    private interface Reader {
        IdxFile read(Path file) throws IOException;
    }

    /** Reads the one file of a kind; of a packed copy and a plain one, the packed, by which sets are known, if it is whole. */
    private static IdxFile read(Path folder, Reader reader, String... beginnings) throws IOException {
        List<Path> found = matches(folder, beginnings);
        if (found.isEmpty()) {
            throw new DataFormatException(
                    folder + " has no file whose name starts with " + String.join(" or ", beginnings) + ".");
        }
        if (found.size() == 1) {
            return reader.read(found.get(0));
        }
        Path plain = found.get(0);
        Path packed = found.get(1);
        if (found.size() > 2 || !packed.equals(plain.resolveSibling(plain.getFileName() + GZ))) {
            throw new DataFormatException(folder + " has both " + plain.getFileName() + " and " + packed.getFileName()
                    + "; keep one of them.");
        }
        try {
            return reader.read(packed);
        } catch (DataFormatException damaged) {
            return reader.read(plain);
        }
    }

    private static List<Path> matches(Path folder, String... beginnings) throws IOException {
        return FolderContents.files(folder).stream()
                .filter(file -> hasName(file, beginnings))
                .toList();
    }

    private static boolean hasName(Path file, String... beginnings) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".part") || name.endsWith(".lock")) {
            return false; // left behind by a download
        }
        // EMNIST has "emnist-letters-train-images-idx3-ubyte"
        return Stream.of(beginnings).anyMatch(part -> name.startsWith(part) || name.contains("-" + part));
    }

    private static List<String> classNames(Path folder) throws IOException {
        Path file = folder.resolve(CLASSES);
        if (!Files.isRegularFile(file) || Files.size(file) > MAX_CLASSES_BYTES) {
            throw new DataFormatException(file + " is not a short text file of class names.");
        }
        List<String> names;
        try {
            names = new ArrayList<>(Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
            throw new DataFormatException(file + " is not UTF-8 text; save it as UTF-8.", e);
        }
        names.replaceAll(name -> name.replace("\uFEFF", "").strip());
        while (!names.isEmpty() && names.get(names.size() - 1).isEmpty()) {
            names.remove(names.size() - 1);
        }
        if (names.isEmpty() || names.size() > MAX_CLASSES || names.contains("")) {
            throw new DataFormatException(
                    file + " must have 1 to " + MAX_CLASSES + " class names, one a line, without empty lines between.");
        }
        return names;
    }
}
