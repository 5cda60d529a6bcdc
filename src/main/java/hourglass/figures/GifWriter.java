package hourglass.figures;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Writes animations as GIF that begin again at their end, all or nothing. */
public final class GifWriter {
    private static final String FORMAT = "javax_imageio_gif_image_1.0";

    private GifWriter() {}

    /**
     * Writes an animation; of each picture only what changed is kept.
     *
     * @param frames at least one, all of one size
     * @param caption put into the file as a comment
     * @throws IOException with one sentence for the user if the file cannot be written; an older one is then unharmed
     */
    public static void write(Path file, List<GifFrame> frames, String caption) throws IOException {
        check(frames);
        WholeFile.write(file, "animation", encode(frames, caption));
    }

    private static void check(List<GifFrame> frames) {
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("expected at least one picture");
        }
        BufferedImage first = frames.get(0).image();
        for (GifFrame frame : frames) {
            if (frame.image().getWidth() != first.getWidth() || frame.image().getHeight() != first.getHeight()) {
                throw new IllegalArgumentException("expected pictures of one size, " + first.getWidth() + "×"
                        + first.getHeight() + ", got " + frame.image().getWidth() + "×"
                        + frame.image().getHeight());
            }
        }
    }

    private static byte[] encode(List<GifFrame> frames, String caption) throws IOException {
        GifPalette palette = GifPalette.of(frames);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < frames.size(); i++) {
                BufferedImage image = frames.get(i).image();
                Rectangle part = i == 0
                        ? new Rectangle(image.getWidth(), image.getHeight())
                        : changed(frames.get(i - 1).image(), image);
                BufferedImage drawn = palette.indexed(image.getSubimage(part.x, part.y, part.width, part.height));
                // Not of the rendered image: that gives the platform's palette for every picture with one.
                ImageTypeSpecifier type = new ImageTypeSpecifier(drawn.getColorModel(), drawn.getSampleModel());
                IIOMetadata metadata = writer.getDefaultImageMetadata(type, null);
                describe(metadata, frames.get(i), part);
                if (i == 0) {
                    introduce(metadata, caption);
                }
                writer.writeToSequence(new IIOImage(drawn, null, metadata), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The smallest rectangle outside which both are the same; one pixel where all is. */
    private static Rectangle changed(BufferedImage before, BufferedImage now) {
        Rectangle result = new Rectangle(-1, -1);
        for (int y = 0; y < now.getHeight(); y++) {
            for (int x = 0; x < now.getWidth(); x++) {
                if (before.getRGB(x, y) != now.getRGB(x, y)) {
                    result.add(new Rectangle(x, y, 1, 1));
                }
            }
        }
        return result.isEmpty() ? new Rectangle(1, 1) : result;
    }

    private static void describe(IIOMetadata metadata, GifFrame frame, Rectangle part) throws IOException {
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        IIOMetadataNode place = child(root, "ImageDescriptor");
        place.setAttribute("imageLeftPosition", Integer.toString(part.x));
        place.setAttribute("imageTopPosition", Integer.toString(part.y));
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "doNotDispose");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Long.toString(frame.shown().toMillis() / 10));
        metadata.setFromTree(FORMAT, root);
    }

    /** Netscape's block, which every viewer knows, to begin again without end; and the caption. */
    private static void introduce(IIOMetadata metadata, String caption) throws IOException {
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
        loop.setAttribute("applicationID", "NETSCAPE");
        loop.setAttribute("authenticationCode", "2.0");
        loop.setUserObject(new byte[] {1, 0, 0});
        child(root, "ApplicationExtensions").appendChild(loop);
        IIOMetadataNode comment = new IIOMetadataNode("CommentExtension");
        comment.setAttribute("value", PngWriter.latin(caption));
        child(root, "CommentExtensions").appendChild(comment);
        metadata.setFromTree(FORMAT, root);
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        for (int i = 0; i < root.getLength(); i++) {
            if (root.item(i).getNodeName().equals(name)) {
                return (IIOMetadataNode) root.item(i);
            }
        }
        IIOMetadataNode added = new IIOMetadataNode(name);
        root.appendChild(added);
        return added;
    }
}
