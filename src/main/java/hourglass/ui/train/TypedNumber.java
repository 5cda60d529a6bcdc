package hourglass.ui.train;

import hourglass.ui.kit.Messages;
import java.math.BigDecimal;

/** Numbers as people type them, and as the fields show them. */
final class TypedNumber {
    private TypedNumber() {}

    /** Text that cannot be read as the number asked for; the message is the sentence for the field. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String sentence) {
            super(sentence);
        }
    }

    static int whole(String typed) {
        long value = large(typed);
        if (value != (int) value) {
            throw new Unreadable(Messages.text("train.too-large", typed.strip()));
        }
        return (int) value;
    }

    static long large(String typed) {
        String text = required(typed);
        if (!text.matches("[-+]?[0-9]+")) {
            throw new Unreadable(Messages.text("train.not-whole", text));
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException beyondLong) {
            throw new Unreadable(Messages.text("train.too-large", text));
        }
    }

    /** With a point or a comma. */
    static double decimal(String typed) {
        String text = required(typed);
        String plain = text.replace(',', '.');
        if (!plain.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?")) {
            throw new Unreadable(Messages.text("train.not-number", text));
        }
        return Double.parseDouble(plain);
    }

    /** As short as possible without losing a digit, and without an exponent where it can be read. */
    static String text(double value) {
        if (value == 0) {
            return "0";
        }
        if (value >= 1e-6 && value < 1e7) {
            return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        }
        return Double.toString(value);
    }

    private static String required(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            throw new Unreadable(Messages.text("train.number-needed"));
        }
        return text;
    }
}
