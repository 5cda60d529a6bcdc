package hourglass.core.metric;

import hourglass.core.data.ImageSet;
import hourglass.testing.RealData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** The real images, read by hand so that these tests stand on nothing but the files; skips where they are absent. */
public final class FashionMnist {
    private FashionMnist() {}

    /** 60 000 images. */
    public static ImageSet train() throws IOException {
        return read("train");
    }

    /** 10 000 images. */
    public static ImageSet test() throws IOException {
        return read("t10k");
    }

    /** All pixels of a set, {@code [n × 784]}. */
    public static float[] pixels(ImageSet set) {
        return set.images(IntStream.range(0, set.size()).toArray());
    }

    private static ImageSet read(String part) throws IOException {
        Path folder = RealData.require();
        byte[] pixels = unzip(folder.resolve(part + "-images-idx3-ubyte.gz"), 16);
        byte[] labels = unzip(folder.resolve(part + "-labels-idx1-ubyte.gz"), 8);
        List<String> names = IntStream.range(0, 10).mapToObj(String::valueOf).toList();
        return ImageSet.of(28, 28, pixels, labels, names);
    }

    private static byte[] unzip(Path file, int header) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            in.skipNBytes(header);
            return in.readAllBytes();
        }
    }
}
