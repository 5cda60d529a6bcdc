package hourglass.ui.map;

import hourglass.ui.kit.Messages;

/** What the large card shows. */
enum Board {
    MAP,
    PERPLEXITY,
    SEED;

    String words() {
        return switch (this) {
            case MAP -> Messages.text("map.board.map");
            case PERPLEXITY -> Messages.text("map.board.perplexity");
            case SEED -> Messages.text("map.board.seed");
        };
    }

    static Board of(SeriesKind kind) {
        return kind == SeriesKind.PERPLEXITY ? PERPLEXITY : SEED;
    }

    SeriesKind kind() {
        return this == PERPLEXITY ? SeriesKind.PERPLEXITY : SeriesKind.SEED;
    }
}
