package hourglass.core;

/** The products as plain loops: what the others are held against, and what is left where no vectors are to be had. */
final class PlainProducts implements Products {
    @Override
    public void times(Strip a, Inner inner, Strip b, Strip c, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            int to = c.at() + r * c.row();
            java.util.Arrays.fill(c.values(), to, to + columns, 0f);
            for (int i = 0; i < inner.size(); i++) {
                int place = a.at() + r * a.row() + i / inner.length() * inner.step() + i % inner.length();
                addRow(a.values()[place], b.values(), b.at() + i * b.row(), c.values(), to, columns);
            }
        }
    }

    private static void addRow(float factor, float[] from, int at, float[] to, int start, int count) {
        for (int j = 0; j < count; j++) {
            to[start + j] += factor * from[at + j];
        }
    }

    @Override
    public void timesTransposed(Strip a, Inner inner, Strip b, Strip c, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < columns; j++) {
                float sum = 0;
                for (int run = 0; run < inner.runs(); run++) {
                    int left = a.at() + r * a.row() + run * inner.step();
                    int right = b.at() + j * b.row() + run * inner.length();
                    for (int p = 0; p < inner.length(); p++) {
                        sum += a.values()[left + p] * b.values()[right + p];
                    }
                }
                c.values()[c.at() + r * c.row() + j] = sum;
            }
        }
    }

    @Override
    public void addTransposedTimes(
            Strip a, int aStep, Strip b, int bStep, int runs, int length, Strip c, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            int to = c.at() + r * c.row();
            for (int run = 0; run < runs; run++) {
                int left = a.at() + run * aStep + r;
                int right = b.at() + run * bStep;
                int p = 0;
                for (; p + 3 < length; p += 4) {
                    addFour(a, left + p * a.row(), b, right + p * b.row(), c.values(), to, columns);
                }
                for (; p < length; p++) {
                    addRow(a.values()[left + p * a.row()], b.values(), right + p * b.row(), c.values(), to, columns);
                }
            }
        }
    }

    /** Four at a time and not eight: the compiler only vectorises loops with a small body fully. */
    private static void addFour(Strip a, int left, Strip b, int right, float[] to, int start, int count) {
        float a0 = a.values()[left];
        float a1 = a.values()[left + a.row()];
        float a2 = a.values()[left + 2 * a.row()];
        float a3 = a.values()[left + 3 * a.row()];
        float[] x = b.values();
        int x1 = right + b.row();
        int x2 = x1 + b.row();
        int x3 = x2 + b.row();
        for (int j = 0; j < count; j++) {
            to[start + j] += Math.fma(a0, x[right + j], a1 * x[x1 + j]) + Math.fma(a2, x[x2 + j], a3 * x[x3 + j]);
        }
    }

    @Override
    public double registerPeak() {
        return 0;
    }

    @Override
    public String words() {
        return "plain loops";
    }
}
