package hourglass.figures;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Image;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfGState;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** A page of PDF: shapes, letters as letters in the faces of the window, of which those used are inside, and pictures. */
final class PdfPage implements Page {
    private final PdfContentByte content;
    private final Map<String, BaseFont> faces = new HashMap<>();
    private final Map<Integer, PdfGState> opacities = new HashMap<>();

    private PdfPage(PdfContentByte content) {
        this.content = content;
    }

    /** A whole file; its caption is its title. */
    static byte[] encode(Sheet sheet, String caption) throws IOException {
        float points = (float) sheet.pointsPerUnit();
        float high = sheet.height() * points;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Document document = new Document(new Rectangle(sheet.width() * points, high))) {
            PdfWriter writer = PdfWriter.getInstance(document, bytes);
            document.addTitle(caption);
            document.addSubject(caption);
            document.addCreator("Hourglass");
            document.open();
            PdfContentByte content = writer.getDirectContent();
            content.concatCTM(points, 0, 0, -points, 0, high);
            sheet.paint(new PdfPage(content));
        } catch (DocumentException cause) {
            throw new IOException("The picture cannot be made.", cause);
        }
        return bytes.toByteArray();
    }

    private void opacity(Color color) {
        content.setGState(opacities.computeIfAbsent(color.getAlpha(), alpha -> {
            PdfGState state = new PdfGState();
            state.setFillOpacity(alpha / 255f);
            state.setStrokeOpacity(alpha / 255f);
            return state;
        }));
    }

    private void path(Shape shape) {
        float[] at = new float[6];
        float x = 0;
        float y = 0;
        for (PathIterator steps = shape.getPathIterator(null); !steps.isDone(); steps.next()) {
            int kind = steps.currentSegment(at);
            switch (kind) {
                case PathIterator.SEG_MOVETO -> content.moveTo(at[0], at[1]);
                case PathIterator.SEG_LINETO -> content.lineTo(at[0], at[1]);
                case PathIterator.SEG_CUBICTO -> content.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                case PathIterator.SEG_QUADTO ->
                    content.curveTo(
                            x + (at[0] - x) * 2 / 3,
                            y + (at[1] - y) * 2 / 3,
                            at[2] + (at[0] - at[2]) * 2 / 3,
                            at[3] + (at[1] - at[3]) * 2 / 3,
                            at[2],
                            at[3]);
                default -> content.closePath();
            }
            int last = 2 * Math.max(1, kind) - 2;
            x = kind == PathIterator.SEG_CLOSE ? x : at[last];
            y = kind == PathIterator.SEG_CLOSE ? y : at[last + 1];
        }
    }

    @Override
    public void fill(Shape shape, Color color) {
        opacity(color);
        content.setRGBColorFill(color.getRed(), color.getGreen(), color.getBlue());
        path(shape);
        content.fill();
    }

    @Override
    public void draw(Shape shape, Color color, Stroke stroke) {
        BasicStroke pen = (BasicStroke) stroke;
        opacity(color);
        content.setRGBColorStroke(color.getRed(), color.getGreen(), color.getBlue());
        content.setLineWidth(pen.getLineWidth());
        content.setLineCap(
                pen.getEndCap() == BasicStroke.CAP_ROUND
                        ? PdfContentByte.LINE_CAP_ROUND
                        : PdfContentByte.LINE_CAP_BUTT);
        content.setLineJoin(PdfContentByte.LINE_JOIN_ROUND);
        float[] dashes = pen.getDashArray();
        content.setLineDash(dashes == null ? new float[0] : dashes, 0);
        path(shape);
        content.stroke();
    }

    @Override
    public void text(String words, double left, double baseline, Font font, Color color) {
        opacity(color);
        content.setRGBColorFill(color.getRed(), color.getGreen(), color.getBlue());
        content.beginText();
        content.setFontAndSize(face(font), font.getSize2D());
        content.setTextMatrix(1, 0, 0, -1, (float) left, (float) baseline);
        content.showText(words);
        content.endText();
    }

    private BaseFont face(Font font) {
        return faces.computeIfAbsent(FigureStyle.file(font), PdfPage::load);
    }

    private static BaseFont load(String file) {
        try {
            return BaseFont.createFont(
                    file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, FigureStyle.bytes(file), null);
        } catch (IOException | DocumentException cause) {
            throw new IllegalStateException("The letters of figures cannot be read.", cause);
        }
    }

    @Override
    public void pixels(int[] argb, int width, int side, int left, int top) {
        int height = argb.length / width;
        byte[] rgb = new byte[3 * argb.length];
        byte[] seen = new byte[argb.length];
        boolean whole = true;
        for (int i = 0; i < argb.length; i++) {
            rgb[3 * i] = (byte) (argb[i] >> 16);
            rgb[3 * i + 1] = (byte) (argb[i] >> 8);
            rgb[3 * i + 2] = (byte) argb[i];
            seen[i] = (byte) (argb[i] >>> 24);
            whole &= seen[i] == (byte) 0xff;
        }
        try {
            Image image = Image.getInstance(width, height, 3, 8, rgb);
            if (!whole) {
                Image mask = Image.getInstance(width, height, 1, 8, seen);
                mask.makeMask();
                image.setImageMask(mask);
            }
            float wide = (float) width * side;
            float high = (float) height * side;
            opacity(Color.BLACK);
            content.addImage(image, wide, 0, 0, -high, left, top + high);
        } catch (DocumentException cause) {
            throw new IllegalStateException("A picture cannot be put on the page.", cause);
        }
    }

    @Override
    public void clipped(Rectangle2D area, Runnable drawing) {
        content.saveState();
        path(area);
        content.clip();
        content.newPath();
        drawing.run();
        content.restoreState();
    }
}
