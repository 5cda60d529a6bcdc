package hourglass.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A class left out of data. */
class LeftOutTest {
    private static DataSet data(byte... labels) {
        byte[] pixels = new byte[labels.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (10 * i);
        }
        ImageSet set = ImageSet.of(1, 1, pixels, labels, List.of("Coat", "Bag", "Hat"));
        return new DataSet("Three", "made up", DataOrigin.IDX_FOLDER, Map.of("all", "00"), set, set);
    }

    private static String refused(DataSet data, String name) {
        return assertThrows(IllegalArgumentException.class, () -> data.without(name))
                .getMessage();
    }

    @Test
    void itsImagesAreGoneAndTheOthersKeepTheirPixelsAndLabels() {
        DataSet all = data((byte) 1, (byte) 0, (byte) 1, (byte) 2);
        DataSet fewer = all.without("Bag");
        assertEquals(2, fewer.train().size());
        assertEquals(2, fewer.test().size());
        assertEquals(10, fewer.train().rawPixel(0, 0));
        assertEquals(30, fewer.train().rawPixel(1, 0));
        assertEquals("Hat", fewer.train().className(1));
        assertEquals(3, fewer.train().classCount());
        assertNotEquals(all.fingerprint(), fewer.fingerprint());
    }

    @Test
    void whatCannotBeLeftOutIsSaidInASentence() {
        assertEquals("Three has no class “Shoe”; it has Coat, Bag, Hat.", refused(data((byte) 1, (byte) 0), "Shoe"));
        assertEquals(
                "There is no image of the class “Hat” among the training images of Three, so nothing can be left out.",
                refused(data((byte) 1, (byte) 0), "Hat"));
        assertEquals(
                "Without “Bag” nothing is left of Three: it has images of no other class.",
                refused(data((byte) 1), "Bag"));
    }
}
