package hourglass.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** A page of SVG 1.1: shapes, letters as letters of the width they have here, and pictures as small PNGs inside. */
final class SvgPage implements Page {
    private final StringBuilder text = new StringBuilder();
    private int clips;

    private SvgPage() {}

    /** A whole file; its caption is its description. */
    static byte[] encode(Sheet sheet, String caption) {
        SvgPage page = new SvgPage();
        sheet.paint(page);
        String head = String.format(
                Locale.ROOT,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>%n<svg xmlns=\"http://www.w3.org/2000/svg\""
                        + " xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\" width=\"%smm\" height=\"%smm\""
                        + " viewBox=\"0 0 %d %d\">%n<title>%s</title>%n<desc>%s</desc>%n",
                number(sheet.millimetres()),
                number(sheet.millimetres() * sheet.height() / sheet.width()),
                sheet.width(),
                sheet.height(),
                escaped(caption),
                escaped(caption + " · made with Hourglass"));
        return (head.replace("\r\n", "\n") + page.text + "</svg>\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Text between tags and in quotation marks; characters that no such file may hold are left out. */
    static String escaped(String words) {
        StringBuilder result = new StringBuilder();
        words.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> result.append("&amp;");
                case '<' -> result.append("&lt;");
                case '>' -> result.append("&gt;");
                case '"' -> result.append("&quot;");
                default -> {
                    boolean allowed = (c >= 0x20 && c <= 0xd7ff) || (c >= 0xe000 && c < 0xfffe) || c > 0xffff;
                    if (allowed || c == '\t' || c == '\n') {
                        result.appendCodePoint(c);
                    }
                }
            }
        });
        return result.toString();
    }

    private static String number(double value) {
        double rounded = Math.rint(value * 1000) / 1000;
        String words = Double.toString(rounded == 0 ? 0 : rounded);
        return words.endsWith(".0") ? words.substring(0, words.length() - 2) : words;
    }

    private static String attribute(String name, double value) {
        return " " + name + "=\"" + number(value) + "\"";
    }

    private static String paint(String what, Color color) {
        String rgb = String.format(Locale.ROOT, " %s=\"#%06x\"", what, color.getRGB() & 0xffffff);
        return color.getAlpha() == 255 ? rgb : rgb + attribute(what + "-opacity", color.getAlpha() / 255.0);
    }

    /** The beginning of an element. */
    private static String open(Shape shape) {
        if (shape instanceof Rectangle2D box) {
            return "<rect" + attribute("x", box.getX()) + attribute("y", box.getY())
                    + attribute("width", box.getWidth()) + attribute("height", box.getHeight());
        }
        if (shape instanceof Ellipse2D disc && disc.getWidth() == disc.getHeight()) {
            return "<circle" + attribute("cx", disc.getCenterX()) + attribute("cy", disc.getCenterY())
                    + attribute("r", disc.getWidth() / 2);
        }
        return "<path d=\"" + path(shape) + "\"";
    }

    private static String path(Shape shape) {
        StringBuilder path = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator steps = shape.getPathIterator(null); !steps.isDone(); steps.next()) {
            int kind = steps.currentSegment(at);
            path.append("MLQCZ".charAt(kind));
            int numbers = kind == PathIterator.SEG_CLOSE ? 0 : 2 * Math.max(1, kind);
            for (int i = 0; i < numbers; i++) {
                path.append(i == 0 ? "" : " ").append(number(at[i]));
            }
        }
        return path.toString();
    }

    @Override
    public void fill(Shape shape, Color color) {
        text.append(open(shape)).append(paint("fill", color)).append("/>\n");
    }

    @Override
    public void draw(Shape shape, Color color, Stroke stroke) {
        BasicStroke pen = (BasicStroke) stroke;
        text.append(open(shape))
                .append(" fill=\"none\"")
                .append(paint("stroke", color))
                .append(attribute("stroke-width", pen.getLineWidth()))
                .append(" stroke-linejoin=\"round\"")
                .append(pen.getEndCap() == BasicStroke.CAP_ROUND ? " stroke-linecap=\"round\"" : "");
        float[] dashes = pen.getDashArray();
        if (dashes != null) {
            text.append(" stroke-dasharray=\"");
            for (int i = 0; i < dashes.length; i++) {
                text.append(i == 0 ? "" : " ").append(number(dashes[i]));
            }
            text.append('"');
        }
        text.append("/>\n");
    }

    /** With its width, so that another face in the place of one that is not there takes the same room. */
    @Override
    public void text(String words, double left, double baseline, Font font, Color color) {
        if (words.isBlank()) {
            return;
        }
        double wide = FigureType.exactWidth(font, words);
        text.append("<text xml:space=\"preserve\"")
                .append(attribute("x", left))
                .append(attribute("y", baseline))
                .append(" font-family=\"")
                .append(FigureStyle.families(font))
                .append('"')
                .append(attribute("font-size", font.getSize2D()))
                .append(FigureStyle.isStrong(font) ? " font-weight=\"bold\"" : "")
                .append(attribute("textLength", wide))
                .append(" lengthAdjust=\"spacingAndGlyphs\"")
                .append(paint("fill", color))
                .append('>')
                .append(escaped(words))
                .append("</text>\n");
    }

    @Override
    public void pixels(int[] argb, int width, int side, int left, int top) {
        int height = argb.length / width;
        text.append("<image")
                .append(attribute("x", left))
                .append(attribute("y", top))
                .append(attribute("width", (double) width * side))
                .append(attribute("height", (double) height * side))
                .append(" preserveAspectRatio=\"none\" image-rendering=\"optimizeSpeed\"")
                .append(" style=\"image-rendering:pixelated\" xlink:href=\"data:image/png;base64,")
                .append(png(argb, width, height))
                .append("\"/>\n");
    }

    private static String png(int[] argb, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, argb, 0, width);
        try {
            return Base64.getEncoder().encodeToString(PngWriter.encode(image));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    @Override
    public void clipped(Rectangle2D area, Runnable drawing) {
        clips++;
        text.append("<clipPath id=\"clip")
                .append(clips)
                .append("\">")
                .append(open(area))
                .append("/></clipPath>\n<g clip-path=\"url(#clip")
                .append(clips)
                .append(")\">\n");
        drawing.run();
        text.append("</g>\n");
    }
}
