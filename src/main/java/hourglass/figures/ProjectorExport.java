package hourglass.figures;

import hourglass.core.Reason;
import hourglass.core.color.GreyMap;
import hourglass.core.data.ImageSet;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Codes with their classes and images in the form that TensorBoard's Embedding Projector opens: {@code tensorboard
 * --logdir} on the folder shows them at once, and the web page takes the two tables by its button "Load".
 */
public final class ProjectorExport implements Saved {
    /** The codes, one point a line. */
    private static final String VECTORS = "vectors.tsv";

    /** The number and the class of each point, with a heading. */
    private static final String METADATA = "metadata.tsv";

    /** The images in a square, row by row. */
    private static final String SPRITE = "sprite.png";

    /** Which file is what. */
    private static final String CONFIG = "projector_config.pbtxt";

    /** Larger sprites are not shown. */
    private static final int MOST_SPRITE_PIXELS = 8192;

    private final float[] vectors;
    private final ImageSet images;
    private final int[] indices;
    private final String caption;

    /**
     * Of codes; the arrays must not be changed afterwards.
     *
     * @param vectors {@code [n × dimension]}
     * @param images the set the points are of
     * @param indices which image each point is, {@code [n]}
     * @param caption where the codes come from; put into the sprite
     */
    public ProjectorExport(float[] vectors, ImageSet images, int[] indices, String caption) {
        int n = indices.length;
        if (n == 0 || vectors.length == 0 || vectors.length % n != 0) {
            throw new IllegalArgumentException(
                    "expected as many codes as images, got " + vectors.length + " numbers for " + n + " images");
        }
        this.vectors = vectors;
        this.images = images;
        this.indices = indices;
        this.caption = caption;
    }

    /** Writes the four files into a folder, which is made if need be; older ones of these names are replaced. */
    @Override
    public void write(Path folder, FigureStyle style, FigureSize size) throws IOException {
        int n = indices.length;
        int columns = columns(n);
        if ((long) columns * cell() > MOST_SPRITE_PIXELS) {
            throw new IOException("The Embedding Projector shows sprites of up to " + MOST_SPRITE_PIXELS
                    + " pixels a side, and " + n + " images of " + images.width() + "×" + images.height()
                    + " need more; export fewer points.");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException cause) {
            throw new IOException("The folder " + folder + " cannot be made. " + Reason.of(cause), cause);
        }
        text(folder.resolve(VECTORS), vectors(vectors.length / n));
        text(folder.resolve(METADATA), metadata());
        sprite(folder.resolve(SPRITE));
        // Last, so that whoever watches the folder finds the other three.
        text(folder.resolve(CONFIG), config());
    }

    private int cell() {
        return Math.max(images.width(), images.height());
    }

    static int columns(int n) {
        return (int) Math.ceil(Math.sqrt(n));
    }

    private static void text(Path file, String text) throws IOException {
        WholeFile.write(file, "table", text.getBytes(StandardCharsets.UTF_8));
    }

    private String vectors(int dimension) {
        StringBuilder text = new StringBuilder(vectors.length * 12);
        for (int i = 0; i < vectors.length; i++) {
            text.append(Table.number(vectors[i])).append(i % dimension == dimension - 1 ? '\n' : '\t');
        }
        return text.toString();
    }

    private String metadata() {
        StringBuilder text = new StringBuilder("index\tclass\n");
        for (int index : indices) {
            String word = images.className(index).replaceAll("[\\t\\r\\n]+", " ");
            text.append(index).append('\t').append(word).append('\n');
        }
        return text.toString();
    }

    private void sprite(Path file) throws IOException {
        int columns = columns(indices.length);
        int cell = cell();
        // TensorBoard takes a sprite for a square of square cells, whatever its sides are.
        int side = columns * cell;
        int[] argb = new int[side * side];
        int[] one = new int[images.pixelsPerImage()];
        for (int i = 0; i < indices.length; i++) {
            GreyMap.fill(images.image(indices[i]), 0, one.length, one, 0);
            int left = i % columns * cell;
            int top = i / columns * cell;
            for (int y = 0; y < images.height(); y++) {
                System.arraycopy(one, y * images.width(), argb, (top + y) * side + left, images.width());
            }
        }
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        image.getRaster().setDataElements(0, 0, side, side, argb);
        PngWriter.write(file, image, caption);
    }

    private String config() {
        return String.join(
                "\n",
                "embeddings {",
                "  tensor_name: \"codes\"",
                "  tensor_path: \"" + VECTORS + "\"",
                "  metadata_path: \"" + METADATA + "\"",
                "  sprite {",
                "    image_path: \"" + SPRITE + "\"",
                "    single_image_dim: " + cell(),
                "    single_image_dim: " + cell(),
                "  }",
                "}",
                "");
    }
}
