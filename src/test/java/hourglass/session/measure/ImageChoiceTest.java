package hourglass.session.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.ImageSet;
import hourglass.session.measure.ImageChoice.Order;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImageChoiceTest {
    /** One hundred images of three classes: 0 0 1 0 0 1 …, and none of the third. */
    private static final ImageSet SET = set();

    private static ImageSet set() {
        byte[] labels = new byte[100];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (i % 3 == 2 ? 1 : 0);
        }
        return ImageSet.of(1, 1, new byte[100], labels, List.of("Many", "Few", "None"));
    }

    private static int[] pick(Order order, int label, long seed, int most) {
        return new ImageChoice(order, label, seed)
                .pick(SET, Optional.empty(), most)
                .orElseThrow();
    }

    @Test
    void inOrderTheClassesTakeTurns() {
        assertArrayEquals(new int[] {0, 2, 1, 5, 3, 8}, pick(Order.IN_ORDER, -1, 1, 6));
        assertArrayEquals(new int[] {2, 5, 8}, pick(Order.IN_ORDER, 1, 1, 3));
        assertEquals(100, pick(Order.IN_ORDER, -1, 1, 1000).length);
    }

    @Test
    void aSeedAlwaysDrawsTheSame() {
        int[] first = pick(Order.RANDOM, -1, 1, 20);
        assertArrayEquals(first, pick(Order.RANDOM, -1, 1, 20));
        assertFalse(Arrays.equals(first, pick(Order.RANDOM, -1, 2, 20)));
        assertEquals(20, Arrays.stream(first).distinct().count());
    }

    @Test
    void moreRoomAddsToTheSameDraw() {
        assertArrayEquals(pick(Order.RANDOM, 0, 5, 8), Arrays.copyOf(pick(Order.RANDOM, 0, 5, 30), 8));
    }

    @Test
    void aClassWithoutImagesGivesNone() {
        for (Order order : List.of(Order.IN_ORDER, Order.RANDOM)) {
            assertEquals(0, pick(order, 2, 1, 8).length);
        }
    }

    @Test
    void withoutErrorsThereIsNoBest() {
        assertTrue(new ImageChoice(Order.BEST, -1, 1)
                .pick(SET, Optional.empty(), 8)
                .isEmpty());
    }
}
