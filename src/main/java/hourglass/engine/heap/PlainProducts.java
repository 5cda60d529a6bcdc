package hourglass.engine.heap;

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
        for (int run = 0; run < runs; run++) {
            for (int p = 0; p < length; p++) {
                int left = a.at() + run * aStep + p * a.row();
                int right = b.at() + run * bStep + p * b.row();
                for (int r = 0; r < rows; r++) {
                    addRow(a.values()[left + r], b.values(), right, c.values(), c.at() + r * c.row(), columns);
                }
            }
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
