package hourglass.figures;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** The rows of a decoded picture as a person sees them: as grey, 0 to 255, on a ground where it is transparent. */
interface Brightness {
    /** Pixels per row. */
    int width();

    /** Rows. */
    int height();

    /** Writes one row, {@code [width]}. */
    void row(int y, double[] row);

    /**
     * Of a picture in colours or in grey. What is transparent becomes black, as the margins do; white where what is
     * painted is itself so dark that nobody would see it.
     */
    static Brightness of(BufferedImage image) {
        Layers painted = new Layers(image);
        painted.ground = image.getColorModel().hasAlpha() && painted.isDark() ? 255 : 0;
        return painted;
    }

    /**
     * Of four inks, {@code [cyan, magenta, yellow, black]}, as JPEG stores them.
     *
     * @param adobeTransform of {@link PictureHeader}: with Adobe's marker the inks are stored inverted
     */
    static Brightness ofInks(Raster raster, int adobeTransform) {
        return new Inks(raster, adobeTransform);
    }

    /** A picture with what shows through it. */
    final class Layers implements Brightness {
        private static final double DARK = 64;

        private final BufferedImage image;
        private final Raster raster;
        private final boolean grey;
        private final double full;
        private double ground;

        private Layers(BufferedImage image) {
            this.image = image;
            raster = image.getRaster();
            // getRGB takes grey pictures for linear light and would brighten them
            grey = raster.getNumBands() <= 2 && !(image.getColorModel() instanceof IndexColorModel);
            full = Math.pow(2, raster.getSampleModel().getSampleSize(0)) - 1;
        }

        @Override
        public int width() {
            return image.getWidth();
        }

        @Override
        public int height() {
            return image.getHeight();
        }

        @Override
        public void row(int y, double[] row) {
            for (int x = 0; x < row.length; x++) {
                row[x] = pixel(x, y, ground);
            }
        }

        /** Rec. 601 of a pixel over a ground. */
        private double pixel(int x, int y, double below) {
            if (grey) {
                double alpha = raster.getNumBands() == 1 ? 1 : raster.getSample(x, y, 1) / full;
                return alpha * 255 * raster.getSample(x, y, 0) / full + (1 - alpha) * below;
            }
            int argb = image.getRGB(x, y);
            double alpha = (argb >>> 24) / 255.0;
            double value = 0.299 * (argb >> 16 & 0xff) + 0.587 * (argb >> 8 & 0xff) + 0.114 * (argb & 0xff);
            return alpha * value + (1 - alpha) * below;
        }

        /** Over black each pixel gives its paint, over white what shows through as well. */
        private boolean isDark() {
            double paint = 0;
            double through = 0;
            for (int y = 0; y < height(); y++) {
                for (int x = 0; x < width(); x++) {
                    double value = pixel(x, y, 0);
                    paint += value;
                    through += pixel(x, y, 255) - value;
                }
            }
            double painted = 255.0 * width() * height() - through;
            return painted > 0 && through > 0 && 255 * paint < DARK * painted;
        }
    }

    /** Cyan, magenta, yellow and black, plain or as luma, chroma and black. */
    final class Inks implements Brightness {
        private final Raster raster;
        private final boolean inverted;
        private final boolean luma;

        private Inks(Raster raster, int adobeTransform) {
            this.raster = raster;
            inverted = adobeTransform >= 0;
            luma = adobeTransform == 2;
        }

        @Override
        public int width() {
            return raster.getWidth();
        }

        @Override
        public int height() {
            return raster.getHeight();
        }

        @Override
        public void row(int y, double[] row) {
            int[] inks = new int[4];
            for (int x = 0; x < row.length; x++) {
                raster.getPixel(x + raster.getMinX(), y + raster.getMinY(), inks);
                row[x] = seen(inks);
            }
        }

        private double seen(int[] stored) {
            double first = stored[0];
            double second = stored[1];
            double third = stored[2];
            if (luma) {
                double blue = stored[1] - 128.0;
                double red = stored[2] - 128.0;
                first = 255 - clip(stored[0] + 1.402 * red);
                second = 255 - clip(stored[0] - 0.344136 * blue - 0.714136 * red);
                third = 255 - clip(stored[0] + 1.772 * blue);
            }
            double mixed = 0.299 * paper(first) + 0.587 * paper(second) + 0.114 * paper(third);
            return mixed * paper(stored[3]) / 255;
        }

        /** The light that an ink leaves; what is stored inverted is this light already. */
        private double paper(double stored) {
            return inverted ? stored : 255 - stored;
        }

        private static double clip(double value) {
            return Math.max(0, Math.min(255, value));
        }
    }
}
