package hourglass.session.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EpochThinningTest {
    @Test
    void firstAndLastStayAndTheGapsStayEven() {
        for (int most : new int[] {3, 7, 60}) {
            List<Integer> kept = new ArrayList<>();
            for (int epoch = 0; epoch <= 1000; epoch++) {
                kept.add(epoch);
                if (kept.size() > most) {
                    kept.remove((Integer) EpochThinning.victim(kept));
                }
                assertEquals(Math.min(most, epoch + 1), kept.size());
                assertEquals(0, kept.get(0));
                assertEquals(epoch, kept.get(kept.size() - 1));
            }
            int widest = 0;
            for (int i = 1; i < kept.size(); i++) {
                widest = Math.max(widest, kept.get(i) - kept.get(i - 1));
            }
            assertTrue(widest <= 3 * 1000 / (most - 1), most + ": " + kept);
        }
    }

    @Test
    void withRoomForOneTheNewestStays() {
        assertEquals(4, EpochThinning.victim(List.of(4, 9)));
    }
}
