package hourglass.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.lowagie.text.pdf.ByteBuffer;
import com.lowagie.text.pdf.PRStream;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import hourglass.core.color.Token;
import hourglass.core.data.ImageBlock;
import hourglass.figures.CurveContent.Curve;
import hourglass.figures.CurveContent.Samples;
import hourglass.figures.CurveContent.Style;
import hourglass.figures.PageProbe.Box;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Figures as shapes and letters show each thing where the picture of pixels shows it, in the size on paper asked for. */
class VectorFiguresTest {
    private static final String CAPTION = "Dense 784–64–784 · epoch 3 · seed 7 · Größe <A & \"B\">";

    @TempDir
    Path folder;

    /** Four images of one grey each, the second with a black upper half. */
    private static TilesFigure tiles() {
        float[] values = new float[4 * 784];
        for (int i = 0; i < values.length; i++) {
            values[i] = i / 784 == 1 && i % 784 < 392 ? 0 : (60 + 40 * (i / 784)) / 255f;
        }
        return new TilesFigure(ImageBlock.copyOf(28, 28, values), List.of("Bag", "Ankle boot"), i -> i % 2, 4, CAPTION);
    }

    private static CurveFigure curve() {
        Samples falling = Samples.of(new double[] {0, 1, 2}, new double[] {0.9, 0.3, 0.1});
        Samples other = Samples.of(new double[] {0, 1, 2}, new double[] {0.5, 0.4, 0.3});
        CurveContent content = new CurveContent(
                List.of(
                        new Curve("training", Token.CURVE_TRAIN, Style.LINE, falling),
                        new Curve("test", Token.CURVE_VALIDATION, Style.LINE, other)),
                List.of(),
                List.of(),
                2);
        return new CurveFigure(content, new CurveFigure.Axes("epoch", "error"), CAPTION);
    }

    private Path written(Figure figure, String name, FigureStyle style, FigureSize size) throws IOException {
        Path file = folder.resolve(name);
        figure.write(file, style, size);
        return file;
    }

    private static Document parsed(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(file.toFile());
    }

    private static List<Element> all(Document document, String tag) {
        NodeList nodes = document.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    @Test
    void picturesInSvgStandWhereThePixelsStandAndAreNotSmoothed() throws Exception {
        PageProbe page = new PageProbe(tiles().draw(FigureStyle.light(), 1));
        Document svg = parsed(written(tiles(), "a.svg", FigureStyle.light(), FigureSize.scaled(1)));
        List<Element> images = all(svg, "image");
        assertEquals(4, images.size());
        for (int i = 0; i < 4; i++) {
            Element image = images.get(i);
            int grey = 60 + 40 * i;
            Box box = page.boxes(new Color(grey, grey, grey), 500).get(0);
            assertEquals(box.left(), number(image, "x"), 1e-9);
            assertEquals(box.bottom() + 1, number(image, "y") + number(image, "height"), 1e-9);
            assertEquals(84, number(image, "width"), 1e-9);
            assertTrue(image.getAttribute("style").contains("pixelated"));
            String data = image.getAttribute("xlink:href");
            byte[] png = Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1));
            BufferedImage pixels = ImageIO.read(new ByteArrayInputStream(png));
            assertEquals(28, pixels.getWidth());
            assertEquals(grey, pixels.getRGB(27, 27) & 0xff);
            assertEquals(i == 1 ? 0 : grey, pixels.getRGB(3, 3) & 0xff, "the upper half");
        }
    }

    @Test
    void wordsInSvgAreWordsInTheFaceOfTheWindowWithTheirWidth() throws Exception {
        Document svg = parsed(written(tiles(), "a.svg", FigureStyle.light(), FigureSize.scaled(1)));
        List<Element> texts = all(svg, "text");
        assertEquals(
                List.of("Bag", "Ankle boot", "Bag", "Ankle boot"),
                texts.subList(0, 4).stream().map(Element::getTextContent).toList());
        assertTrue(texts.size() > 4, "the caption");
        FigureType type = new FigureType(FigureStyle.light(), 1);
        Element second = texts.get(1);
        assertTrue(second.getAttribute("font-family").startsWith("Inter,"));
        assertEquals(FigureType.exactWidth(type.small, "Ankle boot"), number(second, "textLength"), 0.01);
        Element image = all(svg, "image").get(1);
        assertEquals(number(image, "x") + 12, number(second, "x"), 1e-9);
        double below = number(image, "y") + 84;
        assertTrue(number(second, "y") > below + 8 && number(second, "y") < below + 20, "below its image");
        assertTrue(all(svg, "desc").get(0).getTextContent().startsWith(CAPTION));
        assertEquals(CAPTION, all(svg, "title").get(0).getTextContent());
    }

    @Test
    void curvesInSvgFallDownwardsInTheirColoursWithinTheirChart() throws Exception {
        Document svg = parsed(written(curve(), "a.svg", FigureStyle.light(), FigureSize.scaled(1)));
        String color = hex(FigureStyle.light().accent());
        Element line = all(svg, "path").stream()
                .filter(path -> path.getAttribute("stroke").equals(color)
                        && path.getParentNode().getNodeName().equals("g"))
                .findFirst()
                .orElseThrow();
        String[] numbers = line.getAttribute("d").substring(1).split("[L ]", -1);
        assertEquals(6, numbers.length, line.getAttribute("d"));
        assertTrue(Double.parseDouble(numbers[0]) < Double.parseDouble(numbers[4]), "to the right");
        assertTrue(Double.parseDouble(numbers[1]) + 50 < Double.parseDouble(numbers[5]), "down");
        assertEquals("none", line.getAttribute("fill"));
        String clip = ((Element) line.getParentNode()).getAttribute("clip-path");
        Element area = (Element) all(svg, "clipPath").stream()
                .filter(each -> clip.equals("url(#" + each.getAttribute("id") + ")"))
                .findFirst()
                .orElseThrow()
                .getElementsByTagName("rect")
                .item(0);
        assertTrue(number(area, "x") <= Double.parseDouble(numbers[0]) + 0.01);
        assertTrue(number(area, "y") <= Double.parseDouble(numbers[1]));
        BufferedImage pixels = curve().draw(FigureStyle.light(), 1);
        int x = (int) Double.parseDouble(numbers[2]);
        int y = (int) Double.parseDouble(numbers[3]);
        assertTrue(near(pixels, x, y, FigureStyle.light().accent()), "the picture of pixels has it there too");
    }

    private static boolean near(BufferedImage image, int x, int y, Color color) {
        for (int i = -2; i <= 2; i++) {
            for (int j = -2; j <= 2; j++) {
                if (image.getRGB(x + i, y + j) == color.getRGB()) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void onPaperAFigureIsAsWideAsAskedForAndItsLettersCanBeRead() throws Exception {
        for (FigureSize size : List.of(FigureSize.COLUMN, FigureSize.PAGE)) {
            Document svg = parsed(written(curve(), "a.svg", FigureStyle.print(), size));
            Element root = svg.getDocumentElement();
            assertEquals(FigureSize.wide(size.millimetres()), FigureSize.parse(root.getAttribute("width")));
            double units = Double.parseDouble(root.getAttribute("viewBox").split(" ", -1)[2]);
            double points = size.millimetres() / 25.4 * 72 / units;
            double smallest = all(svg, "text").stream()
                    .mapToDouble(text -> number(text, "font-size") * points)
                    .min()
                    .orElseThrow();
            assertTrue(smallest >= 5.5, size + ": " + smallest + " points");
            assertEquals(
                    number("height", root) / number("width", root),
                    Double.parseDouble(root.getAttribute("viewBox").split(" ", -1)[3]) / units,
                    0.001);
        }
    }

    private static double number(String attribute, Element inMillimetres) {
        return Double.parseDouble(inMillimetres.getAttribute(attribute).replace("mm", ""));
    }

    @Test
    void aPngSaysHowWideItIsOnPaperAndHasThePixelsForIt() throws Exception {
        for (FigureSize size : List.of(FigureSize.COLUMN, FigureSize.PAGE)) {
            Path file = written(tiles(), "a.png", FigureStyle.light(), size);
            int pixels = ImageIO.read(file.toFile()).getWidth();
            double perMetre = perMetre(file);
            assertEquals(size.millimetres(), 1000 * pixels / perMetre, 0.05);
            assertTrue(perMetre >= 300 / 0.0254, perMetre + " pixels to the metre");
        }
        assertEquals(
                2 * 96 / 0.0254, perMetre(written(tiles(), "b.png", FigureStyle.light(), FigureSize.scaled(2))), 1);
    }

    private static double perMetre(Path file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            IIOMetadataNode root = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
            IIOMetadataNode size =
                    (IIOMetadataNode) root.getElementsByTagName("pHYs").item(0);
            assertEquals("meter", size.getAttribute("unitSpecifier"));
            assertEquals(size.getAttribute("pixelsPerUnitXAxis"), size.getAttribute("pixelsPerUnitYAxis"));
            return Double.parseDouble(size.getAttribute("pixelsPerUnitXAxis"));
        } finally {
            reader.dispose();
        }
    }

    @Test
    void wordsInPdfAreWordsAndItsPageHasTheWidthAskedFor() throws IOException {
        PdfReader pdf =
                new PdfReader(Files.readAllBytes(written(curve(), "a.pdf", FigureStyle.light(), FigureSize.COLUMN)));
        String text = new PdfTextExtractor(pdf).getTextFromPage(1).replaceAll("\\s+", " ");
        for (String words : List.of("training", "test", "epoch", "error", "Größe <A & \"B\">", "784–64–784")) {
            assertTrue(text.contains(words), words + " in " + text);
        }
        assertEquals(85 / 25.4 * 72, pdf.getPageSize(1).getWidth(), 0.05);
        assertEquals(CAPTION, pdf.getInfo().get("Title"));
        assertEquals("Hourglass", pdf.getInfo().get("Creator"));
        PdfDictionary fonts = pdf.getPageN(1).getAsDict(PdfName.RESOURCES).getAsDict(PdfName.FONT);
        List<String> names = new ArrayList<>();
        for (PdfName name : fonts.getKeys()) {
            names.add(fonts.getAsDict(name).getAsName(PdfName.BASEFONT).toString());
        }
        assertTrue(names.stream().anyMatch(name -> name.contains("+Inter-Regular")), "a part of it inside: " + names);
        assertTrue(names.stream().anyMatch(name -> name.contains("+JetBrainsMono-Regular")), names.toString());
    }

    @Test
    void picturesInPdfStandWhereThePixelsStandAndAreNotSmoothed() throws IOException {
        PdfReader pdf =
                new PdfReader(Files.readAllBytes(written(tiles(), "a.pdf", FigureStyle.light(), FigureSize.scaled(1))));
        String content = new String(pdf.getPageContent(1), StandardCharsets.ISO_8859_1);
        float high = pdf.getPageSize(1).getHeight();
        assertTrue(content.contains("0.75 0 0 -0.75 0 " + plain(high) + " cm"), content.substring(0, 200));
        PageProbe page = new PageProbe(tiles().draw(FigureStyle.light(), 1));
        for (int i = 0; i < 4; i++) {
            int grey = 60 + 40 * i;
            Box box = page.boxes(new Color(grey, grey, grey), 500).get(0);
            String placed = "84 0 0 -84 " + box.left() + " " + (box.bottom() + 1) + " cm";
            assertTrue(content.contains(placed), placed);
        }
        PdfDictionary images = pdf.getPageN(1).getAsDict(PdfName.RESOURCES).getAsDict(PdfName.XOBJECT);
        assertEquals(4, images.getKeys().size());
        for (PdfName name : images.getKeys()) {
            PRStream image = (PRStream) images.getDirectObject(name);
            assertEquals(28, image.getAsNumber(PdfName.WIDTH).intValue());
            assertFalse(image.contains(PdfName.INTERPOLATE));
        }
    }

    @Test
    void wordsCurvesAndColoursInPdfStandWhereTheyStandInSvg() throws Exception {
        Document svg = parsed(written(curve(), "a.svg", FigureStyle.light(), FigureSize.scaled(1)));
        PdfReader pdf =
                new PdfReader(Files.readAllBytes(written(curve(), "a.pdf", FigureStyle.light(), FigureSize.scaled(1))));
        String content = new String(pdf.getPageContent(1), StandardCharsets.ISO_8859_1);
        for (Element text : all(svg, "text")) {
            String placed = "1 0 0 -1 " + rounded(number(text, "x")) + " " + rounded(number(text, "y")) + " Tm";
            assertTrue(content.contains(placed), text.getTextContent() + ": " + placed);
        }
        Element area = (Element)
                all(svg, "clipPath").get(0).getElementsByTagName("rect").item(0);
        String corner = rounded(number(area, "x")) + " " + rounded(number(area, "y")) + " m";
        assertTrue(content.contains(corner), corner);
        assertTrue(content.replaceAll("\\s+", " ").contains("h W n"), "clipped");
        for (Color each :
                List.of(FigureStyle.light().accent(), FigureStyle.light().second())) {
            float[] rgb = each.getColorComponents(null);
            String outline = rounded(rgb[0]) + " " + rounded(rgb[1]) + " " + rounded(rgb[2]) + " RG";
            assertTrue(content.contains(outline), outline);
        }
    }

    /** As OpenPDF writes numbers. */
    private static String rounded(double value) {
        return ByteBuffer.formatDouble(value);
    }

    @Test
    void onPaperEachClassIsDrawnWithItsOwnMark() throws Exception {
        ScatterData data =
                new ScatterData(new float[] {0, 0, 1, 1, 2, 0}, new int[] {0, 1, 1}, List.of("Bag", "Ankle boot"));
        ScatterFigure figure = new ScatterFigure(data, FigureAxes.CODE, 7, "");
        Document svg = parsed(written(figure, "a.svg", FigureStyle.print(), FigureSize.scaled(1)));
        String bag = hex(FigureStyle.print().classColor(0));
        String boot = hex(FigureStyle.print().classColor(1));
        assertEquals(2, filled(svg, "circle", bag), "its point and its place in the legend");
        assertTrue(
                all(svg, "circle").stream().anyMatch(circle -> number(circle, "r") == Dots.LEGEND / 2.0),
                "half as wide");
        assertEquals(0, filled(svg, "rect", bag));
        assertEquals(3, filled(svg, "rect", boot));
        assertEquals(0, filled(svg, "circle", boot));
        Document tiles = parsed(written(tiles(), "b.svg", FigureStyle.print(), FigureSize.scaled(1)));
        assertEquals(2, filled(tiles, "circle", bag));
        assertEquals(2, filled(tiles, "rect", boot));
        Document onScreen = parsed(written(tiles(), "c.svg", FigureStyle.light(), FigureSize.scaled(1)));
        assertEquals(2, filled(onScreen, "rect", bag), "squares in the window's look");
    }

    private static String hex(Color color) {
        return String.format("#%06x", color.getRGB() & 0xffffff);
    }

    private static long filled(Document svg, String tag, String color) {
        return all(svg, tag).stream()
                .filter(each -> each.getAttribute("fill").equals(color))
                .count();
    }

    private static String plain(float value) {
        return value == Math.rint(value) ? Integer.toString((int) value) : Float.toString(value);
    }

    @Test
    void everyMarkOnPaperDiffersFromTheOthersInItsForm() {
        List<BufferedImage> marks = new ArrayList<>();
        FigureType type = new FigureType(FigureStyle.print(), 1);
        for (int label = 0; label < 16; label++) {
            try (RasterPage page = new RasterPage(20, 20)) {
                FigureCanvas canvas = new FigureCanvas(type, page);
                canvas.fill(Color.WHITE, 0, 0, 20, 20);
                ClassMark.of(label).draw(canvas, Color.BLACK, 10, 10, 5);
                marks.add(page.image());
            }
        }
        for (int a = 0; a < marks.size(); a++) {
            for (int b = 0; b < a; b++) {
                assertTrue(difference(marks.get(a), marks.get(b)) > 10, a + " and " + b);
            }
        }
    }

    /** Pixels that one has and the other has not. */
    private static int difference(BufferedImage one, BufferedImage other) {
        int count = 0;
        for (int i = 0; i < 400; i++) {
            int difference = (one.getRGB(i % 20, i / 20) & 0xff) - (other.getRGB(i % 20, i / 20) & 0xff);
            count += Math.abs(difference) > 128 ? 1 : 0;
        }
        return count;
    }

    @Test
    void onPaperCurvesHaveDashesAndErrorsALightnessOfTheirOwn() throws Exception {
        Document screen = parsed(written(curve(), "a.svg", FigureStyle.light(), FigureSize.scaled(1)));
        Document paper = parsed(written(curve(), "b.svg", FigureStyle.print(), FigureSize.scaled(1)));
        assertEquals(0, dashed(screen));
        assertEquals(2, dashed(paper), "the second curve and its line in the legend");
        double before = -1;
        for (double error = -0.5; error <= 0.5; error += 0.05) {
            double lightness =
                    lightness(new Color(FigureStyle.print().errors(0.5).argb(error)));
            assertTrue(lightness > before + 2, "at " + error);
            before = lightness;
        }
        List<Double> parts = List.of(Token.DANGER, Token.FLOW, Token.CURVE_TRAIN, Token.CURVE_VALIDATION).stream()
                .map(token -> lightness(FigureStyle.print().color(token)))
                .toList();
        assertTrue(parts.get(1) - parts.get(0) > 80, "usual and odd: " + parts);
        assertTrue(parts.get(3) - parts.get(2) > 60, "training and test: " + parts);
    }

    private static long dashed(Document svg) {
        return all(svg, "path").stream()
                .filter(path -> path.hasAttribute("stroke-dasharray"))
                .count();
    }

    /** As a copy in grey shows it, 0 … 255. */
    private static double lightness(Color color) {
        return 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue();
    }

    @Test
    void aNameThatIsNoPictureIsRefusedInASentence() {
        IOException refused = assertThrows(
                IOException.class, () -> written(tiles(), "a.tiff", FigureStyle.light(), FigureSize.scaled(1)));
        assertEquals(
                "The picture a.tiff was not written: its name must end in .png, .svg or .pdf, which says what kind of"
                        + " file it is.",
                refused.getMessage());
        for (String width : List.of("85", "mm", "-85mm", "3mm", "2m", "")) {
            assertThrows(IllegalArgumentException.class, () -> FigureSize.parse(width), width);
        }
        assertEquals(FigureSize.COLUMN, FigureSize.parse("8.5 cm"));
        assertEquals(FigureSize.wide(76.2), FigureSize.parse("3in"));
    }
}
