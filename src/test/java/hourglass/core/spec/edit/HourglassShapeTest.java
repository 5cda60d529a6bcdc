package hourglass.core.spec.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Preset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HourglassShapeTest {
    private final HourglassShape stacked = HourglassShape.dense(784, List.of(100), 30);

    @Test
    void listsBothSides() {
        assertEquals(List.of(784, 100, 30, 100, 784), stacked.layerSizes());
        assertEquals(2, stacked.codeIndex());
        assertTrue(stacked.isPair(1, 3));
    }

    @Test
    void resizingOneSideResizesTheOther() {
        assertEquals(List.of(784, 64, 30, 64, 784), stacked.resize(3, 64).layerSizes());
        assertEquals(List.of(784, 64, 30, 64, 784), stacked.resize(1, 64).layerSizes());
        assertEquals(12, stacked.resize(2, 12).codeSize());
    }

    @Test
    void theImagesCannotBeResizedOrRemoved() {
        assertSame(stacked, stacked.resize(0, 10));
        assertSame(stacked, stacked.resize(4, 10));
        assertSame(stacked, stacked.remove(0));
        assertSame(stacked, stacked.remove(2));
        assertFalse(stacked.canRemove(stacked.codeIndex()));
    }

    @Test
    void neuronsStayInTheirLimits() {
        assertEquals(1, stacked.resize(2, -5).codeSize());
        assertEquals(4096, stacked.resize(2, 1_000_000).codeSize());
        assertEquals(1, HourglassShape.dense(784, List.of(), 1).smaller(1).codeSize());
        assertEquals(4096, HourglassShape.dense(784, List.of(), 4096).larger(1).codeSize());
    }

    @Test
    void stepsGoToTheNextRoundNumber() {
        assertEquals(32, stacked.larger(2).codeSize());
        assertEquals(24, stacked.smaller(2).codeSize());
        assertEquals(List.of(128), stacked.larger(1).hidden());
        assertEquals(List.of(80), stacked.smaller(3).hidden());
    }

    @Test
    void insertingOnEitherSideGivesTheSameShape() {
        HourglassShape left = stacked.insertAfter(0);
        assertEquals(left, stacked.insertAfter(3));
        assertEquals(2, left.hidden().size());
        assertTrue(left.hidden().get(0) < 784 && left.hidden().get(0) > 100, left.toString());
        assertEquals(stacked.insertAfter(1), stacked.insertAfter(2));
        assertEquals(100, stacked.insertAfter(1).hidden().get(0));
    }

    @Test
    void removingAMirroredLayerRemovesBoth() {
        assertEquals(List.of(784, 30, 784), stacked.remove(3).layerSizes());
    }

    @Test
    void stopsAtSixHiddenLayers() {
        HourglassShape full = stacked.withHiddenCount(9);
        assertEquals(6, full.hidden().size());
        assertFalse(full.canInsert(0));
        assertSame(full, full.insertAfter(0));
        assertEquals(List.of(), full.withHiddenCount(0).hidden());
        assertThrows(IllegalArgumentException.class, () -> HourglassShape.dense(784, List.of(7, 6, 5, 4, 3, 2, 1), 1));
    }

    @Test
    void everyEditKeepsTheShapeSymmetric() {
        Random random = new Random(11);
        HourglassShape shape = stacked;
        for (int i = 0; i < 2000; i++) {
            int layer = random.nextInt(shape.layerCount());
            shape = switch (random.nextInt(5)) {
                case 0 -> shape.insertAfter(layer);
                case 1 -> shape.remove(layer);
                case 2 -> shape.larger(layer);
                case 3 -> shape.smaller(layer);
                default -> shape.resize(layer, random.nextInt(5000));
            };
            List<Integer> sizes = shape.layerSizes();
            List<Integer> reversed = new ArrayList<>(sizes);
            Collections.reverse(reversed);
            assertEquals(sizes, reversed);
            assertEquals(784, sizes.get(0));
            assertEquals(shape.codeSize(), sizes.get(shape.codeIndex()));
        }
    }

    private static HourglassShape preset(Preset preset) {
        return HourglassShape.of(
                preset.experiment(new DataSpec("any", ""), 28, 28, 1).model());
    }

    @Test
    void theTutorialsConvolutionsAreListedAsTheyAre() {
        HourglassShape conv = preset(Preset.CONV_DENOISE);
        assertEquals(List.of(784, 16, 8, 8, 16, 784), conv.layerSizes());
        assertEquals(
                List.of(28, 14, 7, 14, 28, 28),
                conv.layers().stream().map(HourglassLayer::width).toList());
        assertEquals(2, conv.codeIndex());
        assertTrue(conv.isPair(2, 3));
        assertTrue(conv.isPair(1, 4));
        assertEquals(List.of(16, 12), conv.resize(3, 12).stages());
        assertEquals(List.of(16, 256), conv.resize(2, 1000).stages());
    }

    @Test
    void aDenseCodeBetweenConvolutionsHasBarsBesideVolumes() {
        HourglassShape vae = preset(Preset.VAE_CONV_2);
        assertEquals(List.of(784, 16, 32, 128, 2, 128, 32, 32, 16, 784), vae.layerSizes());
        assertEquals(4, vae.codeIndex());
        assertEquals(HourglassShape.Code.DISTRIBUTION, vae.code());
        assertTrue(vae.isPair(2, 6) && vae.isPair(2, 7), "the dense output and its convolution have as many maps");
        assertEquals(List.of(16, 10), vae.resize(6, 10).stages());
    }

    @Test
    void everyGapTakesWhatBelongsThereAndItsMirrorTheSame() {
        HourglassShape vae = preset(Preset.VAE_CONV_2);
        assertEquals(3, vae.insertAfter(0).stages().size());
        assertEquals(vae.insertAfter(0), vae.insertAfter(8));
        assertEquals(vae.insertAfter(1), vae.insertAfter(7));
        assertEquals(2, vae.insertAfter(2).hidden().size());
        assertEquals(vae.insertAfter(2), vae.insertAfter(5));
        assertEquals(vae.insertAfter(3), vae.insertAfter(4));
        assertEquals(3, vae.insertAfter(6).stages().size(), "a last stage, between dense output and its convolution");
    }

    @Test
    void stagesEndWhereTheImageWouldVanish() {
        HourglassShape conv = preset(Preset.CONV_DENOISE);
        while (conv.canInsert(0)) {
            conv = conv.insertAfter(0);
        }
        assertEquals(5, conv.stages().size());
        assertSame(conv, conv.insertAfter(0));
        while (conv.canRemove(1)) {
            conv = conv.remove(1);
        }
        assertEquals(1, conv.stages().size());
        assertTrue(conv.isCodeVolume());
    }

    @Test
    void everyPresetComesBackFromItsDrawing() {
        for (Preset preset : Preset.values()) {
            HourglassShape shape = preset(preset);
            assertEquals(shape.layerCount(), shape.layerSizes().size());
            assertEquals(0, shape.layer(0).slot());
            assertTrue(shape.isPair(0, shape.layerCount() - 1), preset.id());
        }
    }
}
