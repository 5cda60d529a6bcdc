package hourglass.figures;

import hourglass.core.data.DataFormatException;
import hourglass.core.data.FolderContents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
            List<Path> folders = classes(folder);
            return new ImageFolderListing(names(folders), pictures(folders, folders, MIN_PER_CLASS), List.of());
        }
        List<Path> trainFolders = classes(trainFolder);
        List<String> names = names(trainFolders);
        List<Picture> train = pictures(trainFolders, trainFolders, MIN_PER_CLASS);
        Path testFolder = folder.resolve("test");
        if (!Files.isDirectory(testFolder)) {
            return new ImageFolderListing(names, train, List.of());
        }
        List<Path> testFolders = classes(testFolder);
        for (Path unknown : testFolders) {
            if (label(trainFolders, unknown) < 0) {
                throw new DataFormatException(testFolder + " has the class " + name(unknown) + ", but " + trainFolder
                        + " has not; the folders in both must have the same names.");
            }
        }
        List<Picture> test = pictures(testFolders, trainFolders, 0);
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

    /** The class folders, by name. Paths, because a name in another encoding cannot be turned into a path again. */
    private static List<Path> classes(Path folder) throws IOException {
        List<Path> folders = FolderContents.folders(folder);
        if (folders.isEmpty() || folders.size() > MAX_CLASSES) {
            throw new DataFormatException(folder + " has " + (folders.isEmpty() ? "no" : "more than " + MAX_CLASSES)
                    + " folders, expected one for each class, 1 to " + MAX_CLASSES + ".");
        }
        return folders;
    }

    /** In letters; names in another encoding may look alike and are counted then. */
    private static List<String> names(List<Path> folders) {
        List<String> names = new ArrayList<>();
        for (Path folder : folders) {
            String name = name(folder);
            for (int count = 2; names.contains(name); count++) {
                name = name(folder) + " (" + count + ")";
            }
            names.add(name);
        }
        return names;
    }

    /** Which class a folder is of, by its name as the system has it, whatever letters it can be shown in; −1 for none. */
    private static int label(List<Path> classes, Path folder) {
        return classes.stream().map(Path::getFileName).toList().indexOf(folder.getFileName());
    }

    private static List<Picture> pictures(List<Path> folders, List<Path> classes, int least) throws IOException {
        List<Picture> result = new ArrayList<>();
        for (Path classFolder : folders) {
            List<Path> files = FolderContents.files(classFolder).stream()
                    .filter(ImageFolderListing::isPicture)
                    .toList();
            if (files.size() < least) {
                throw new DataFormatException(classFolder + " has " + files.size() + " pictures, expected at least "
                        + least + " (png, jpg, gif or bmp) for each class.");
            }
            int label = label(classes, classFolder);
            files.forEach(file -> result.add(new Picture(file, label)));
            if (result.size() > MAX_FILES) {
                throw new DataFormatException(
                        classFolder.getParent() + " has more than " + MAX_FILES + " pictures; use fewer.");
            }
        }
        return result;
    }

    private static boolean isPicture(Path file) {
        String name = name(file).toLowerCase(Locale.ROOT);
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
