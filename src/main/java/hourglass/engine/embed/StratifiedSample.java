package hourglass.engine.embed;

import hourglass.core.data.ImageSet;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Chooses images so that every class has the share it has in the whole set. */
public final class StratifiedSample {
    private StratifiedSample() {}

    /**
     * Draws a sample; the same seed draws the same.
     *
     * @param count images wanted; all of them if there are not more
     * @param seed of the draw, with a stream of its own for each class
     * @return places in {@code set}, ascending, without repetition
     */
    public static int[] of(ImageSet set, int count, long seed) {
        if (count >= set.size()) {
            int[] all = new int[set.size()];
            Arrays.setAll(all, i -> i);
            return all;
        }
        int[] quotas = quotas(sizes(set), set.size(), count);
        int[] chosen = new int[count];
        int filled = 0;
        for (int label = 0; label < quotas.length; label++) {
            int[] members = members(set, label);
            shuffleHead(members, quotas[label], new SplittableRandom(seed + label * 0x9E3779B97F4A7C15L));
            System.arraycopy(members, 0, chosen, filled, quotas[label]);
            filled += quotas[label];
        }
        Arrays.sort(chosen);
        return chosen;
    }

    private static int[] sizes(ImageSet set) {
        int[] sizes = new int[set.classCount()];
        for (int i = 0; i < set.size(); i++) {
            sizes[set.label(i)]++;
        }
        return sizes;
    }

    /** By largest remainders, so that the quotas add up to {@code count}. */
    private static int[] quotas(int[] sizes, int total, int count) {
        int[] quotas = new int[sizes.length];
        long[] remainders = new long[sizes.length];
        int left = count;
        for (int label = 0; label < sizes.length; label++) {
            long share = (long) sizes[label] * count;
            quotas[label] = (int) (share / total);
            remainders[label] = share % total;
            left -= quotas[label];
        }
        for (; left > 0; left--) {
            int largest = 0;
            for (int label = 1; label < sizes.length; label++) {
                largest = remainders[label] > remainders[largest] ? label : largest;
            }
            quotas[largest]++;
            remainders[largest] = -1;
        }
        return quotas;
    }

    private static int[] members(ImageSet set, int label) {
        int[] members = new int[set.size()];
        int found = 0;
        for (int i = 0; i < set.size(); i++) {
            if (set.label(i) == label) {
                members[found++] = i;
            }
        }
        return Arrays.copyOf(members, found);
    }

    private static void shuffleHead(int[] values, int head, SplittableRandom random) {
        for (int i = 0; i < head; i++) {
            int other = random.nextInt(i, values.length);
            int held = values[i];
            values[i] = values[other];
            values[other] = held;
        }
    }
}
