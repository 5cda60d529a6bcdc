package hourglass.figures;

import hourglass.core.data.DataFormatException;
import hourglass.fuzz.ScratchFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Fuzz target: pictures of every kind. */
public final class PictureFuzz {
    private static final byte[] TARGET = new byte[784];

    private PictureFuzz() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        try {
            GreyPicture.decode(ScratchFile.with(".png", data), TARGET, 0, () -> false);
        } catch (DataFormatException refused) {
            ScratchFile.checkSentence(refused);
        }
    }

    /** What it begins with. */
    public static List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (String form : List.of("png", "jpg", "gif", "bmp")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(5, 4, BufferedImage.TYPE_INT_RGB), form, out);
            seeds.add(out.toByteArray());
        }
        return seeds;
    }
}
