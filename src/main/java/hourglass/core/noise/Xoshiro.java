package hourglass.core.noise;

/**
 * The generator xoshiro256++ (Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2021), its state
 * filled by SplitMix64 (Steele, Lea and Flood 2014) so that neighbouring seeds give unrelated streams.
 *
 * <p>Own code rather than the platform's, because the same seed must give the same noise on every Java version. Not for
 * several threads at once.
 */
final class Xoshiro {
    private static final double TO_UNIT = 0x1p-53;

    private long a;
    private long b;
    private long c;
    private long d;

    Xoshiro(long seed) {
        long golden = 0x9E3779B97F4A7C15L;
        a = mix(seed + golden);
        b = mix(seed + 2 * golden);
        c = mix(seed + 3 * golden);
        d = mix(seed + 4 * golden);
    }

    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }

    long nextLong() {
        long result = Long.rotateLeft(a + d, 23) + a;
        long shifted = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= shifted;
        d = Long.rotateLeft(d, 45);
        return result;
    }

    /** Uniform in {@code [0, 1)}. */
    double nextDouble() {
        return (nextLong() >>> 11) * TO_UNIT;
    }

    /** Uniform in {@code (0, 1]}, for logarithms. */
    double nextPositive() {
        return ((nextLong() >>> 11) + 1) * TO_UNIT;
    }
}
