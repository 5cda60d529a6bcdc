package hourglass.figures;

import hourglass.core.data.DataFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The pictures of a folder by class, in the order of their names, before any is opened.
 *
 * @param classNames names of the class folders in order
 * @param train pictures to learn from
 * @param test pictures to judge by; empty where there is no test folder
 */
record ImageFolderListing(List<String> classNames, List<Picture> train, List<Picture> test) {
    static final int MAX_FILES = 100_000;
    static final int MAX_CLASSES = 100;
    private static final int MIN_PER_CLASS = 2;
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "bmp");

    /** Keeps copies. */
    ImageFolderListing {
        classNames = List.copyOf(classNames);
        train = List.copyOf(train);
        test = List.copyOf(test);
    }

    /** A picture's file and the number of its class. */
    record Picture(Path file, int label) {}

    /** Lists a folder, either of classes or of train and test. */
    static ImageFolderListing of(Path folder) throws IOException {
        Path trainFolder = folder.resolve("train");
        if (!Files.isDirectory(trainFolder)) {
            List<String> names = classes(folder);
            return new ImageFolderListing(names, pictures(folder, names, MIN_PER_CLASS), List.of());
        }
        List<String> names = classes(trainFolder);
        List<Picture> train = pictures(trainFolder, names, MIN_PER_CLASS);
        Path testFolder = folder.resolve("test");
        if (!Files.isDirectory(testFolder)) {
            return new ImageFolderListing(names, train, List.of());
        }
        List<String> testNames = classes(testFolder);
        if (!names.containsAll(testNames)) {
            List<String> unknown = new ArrayList<>(testNames);
            unknown.removeAll(names);
            throw new DataFormatException(testFolder + " has the class " + unknown.get(0) + ", but " + trainFolder
                    + " has not; the folders in both must have the same names.");
        }
        List<Picture> test = pictures(testFolder, names, 0);
        if (test.isEmpty()) {
            throw new DataFormatException(testFolder + " has no pictures; fill it or remove it.");
        }
        return new ImageFolderListing(names, train, test);
    }

    /** The training pictures of one class, in a new list. */
    List<Picture> trainOf(int label) {
        List<Picture> result = new ArrayList<>();
        for (Picture picture : train) {
            if (picture.label() == label) {
                result.add(picture);
            }
        }
        return result;
    }

    private static List<String> classes(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(Files::isDirectory)
                    .map(ImageFolderListing::name)
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .limit(MAX_CLASSES + 1L)
                    .forEach(names::add);
        }
        if (names.isEmpty() || names.size() > MAX_CLASSES) {
            throw new DataFormatException(folder + " has " + (names.isEmpty() ? "no" : "more than " + MAX_CLASSES)
                    + " folders, expected one for each class, 1 to " + MAX_CLASSES + ".");
        }
        return names;
    }

    private static List<Picture> pictures(Path folder, List<String> names, int least) throws IOException {
        List<Picture> result = new ArrayList<>();
        for (int label = 0; label < names.size(); label++) {
            Path classFolder = folder.resolve(names.get(label));
            if (!Files.isDirectory(classFolder)) {
                continue;
            }
            List<Path> files = files(classFolder);
            if (files.size() < least) {
                throw new DataFormatException(classFolder + " has " + files.size() + " pictures, expected at least "
                        + least + " (png, jpg, gif or bmp) for each class.");
            }
            for (Path file : files) {
                result.add(new Picture(file, label));
            }
            if (result.size() > MAX_FILES) {
                throw new DataFormatException(folder + " has more than " + MAX_FILES + " pictures; use fewer.");
            }
        }
        return result;
    }

    private static List<Path> files(Path classFolder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> entries = Files.list(classFolder)) {
            entries.filter(ImageFolderListing::isPicture).limit(MAX_FILES + 1L).forEach(files::add);
        }
        files.sort(null);
        return files;
    }

    private static boolean isPicture(Path file) {
        String name = name(file).toLowerCase(Locale.ROOT);
        return !name.startsWith(".")
                && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))
                && Files.isRegularFile(file);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
