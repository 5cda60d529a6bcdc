package hourglass.figures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes pictures as PNG with their caption inside, all or nothing: a file of that name is never half written. */
public final class PngWriter {
    private static final String FORMAT = "javax_imageio_png_1.0";

    private PngWriter() {}

    /**
     * Writes a picture.
     *
     * @param caption put into the file as text named “Description”, so that it survives cropping of the picture
     * @throws IOException with one sentence for the user if the file cannot be written; an older one is then unharmed
     */
    public static void write(Path file, BufferedImage image, String caption) throws IOException {
        WholeFile.write(file, "picture", encode(image, caption, 0));
    }

    /** A picture alone. */
    static byte[] encode(BufferedImage image) throws IOException {
        return encode(image, null);
    }

    /** With its caption, and so many pixels to a metre of paper; 0 where that is not said. */
    static byte[] encode(BufferedImage image, String caption, int perMetre) throws IOException {
        IIOMetadataNode root = texts(caption);
        if (perMetre > 0) {
            IIOMetadataNode size = new IIOMetadataNode("pHYs");
            size.setAttribute("pixelsPerUnitXAxis", Integer.toString(perMetre));
            size.setAttribute("pixelsPerUnitYAxis", Integer.toString(perMetre));
            size.setAttribute("unitSpecifier", "meter");
            root.appendChild(size);
        }
        return encode(image, root);
    }

    private static byte[] encode(BufferedImage image, @Nullable IIOMetadataNode more) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            IIOMetadata metadata = writer.getDefaultImageMetadata(
                    ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
            if (more != null) {
                metadata.mergeTree(FORMAT, more);
            }
            writer.write(new IIOImage(image, null, metadata));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static IIOMetadataNode texts(String caption) {
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        IIOMetadataNode plain = new IIOMetadataNode("tEXt");
        plain.appendChild(entry("tEXtEntry", "Description", "value", latin(caption)));
        plain.appendChild(entry("tEXtEntry", "Software", "value", "Hourglass"));
        root.appendChild(plain);
        if (!latin(caption).equals(caption)) {
            IIOMetadataNode unicode = new IIOMetadataNode("iTXt");
            IIOMetadataNode entry = entry("iTXtEntry", "Description", "text", caption);
            entry.setAttribute("compressionFlag", "FALSE");
            entry.setAttribute("compressionMethod", "0");
            entry.setAttribute("languageTag", "");
            entry.setAttribute("translatedKeyword", "");
            unicode.appendChild(entry);
            root.appendChild(unicode);
        }
        return root;
    }

    private static IIOMetadataNode entry(String name, String keyword, String attribute, String value) {
        IIOMetadataNode node = new IIOMetadataNode(name);
        node.setAttribute("keyword", keyword);
        node.setAttribute(attribute, value);
        return node;
    }

    /** The plain text of PNG is Latin-1: dashes become hyphens, other foreign letters question marks. */
    static String latin(String text) {
        CharsetEncoder encoder = StandardCharsets.ISO_8859_1.newEncoder();
        StringBuilder result = new StringBuilder();
        text.replace('–', '-').replace('−', '-').codePoints().forEach(c -> {
            String letter = Character.toString(c);
            result.append(encoder.canEncode(letter) ? letter : "?");
        });
        return result.toString();
    }
}
