package hourglass.ui.kit;

import hourglass.core.spec.listing.Idea;

/** What is said of each idea. */
final class ExplainWords {
    private ExplainWords() {}

    static String title(Idea idea) {
        return switch (idea) {
            case SQUARED_ERROR -> Messages.text("explain.mse");
            case CROSS_ENTROPY -> Messages.text("explain.bce");
            case DIVERGENCE -> Messages.text("explain.kl");
            case REPARAMETRISATION -> Messages.text("explain.draw");
            case PERPLEXITY -> Messages.text("explain.perplexity");
            case TRANSPOSED_CONVOLUTION -> Messages.text("explain.transposed");
        };
    }

    static String formula(Idea idea) {
        return switch (idea) {
            case SQUARED_ERROR -> Messages.text("explain.mse.formula");
            case CROSS_ENTROPY -> Messages.text("explain.bce.formula");
            case DIVERGENCE -> Messages.text("explain.kl.formula");
            case REPARAMETRISATION -> Messages.text("explain.draw.formula");
            case PERPLEXITY -> Messages.text("explain.perplexity.formula");
            case TRANSPOSED_CONVOLUTION -> Messages.text("explain.transposed.formula");
        };
    }

    static String sentences(Idea idea) {
        return switch (idea) {
            case SQUARED_ERROR -> Messages.text("explain.mse.words");
            case CROSS_ENTROPY -> Messages.text("explain.bce.words");
            case DIVERGENCE -> Messages.text("explain.kl.words");
            case REPARAMETRISATION -> Messages.text("explain.draw.words");
            case PERPLEXITY -> Messages.text("explain.perplexity.words");
            case TRANSPOSED_CONVOLUTION -> Messages.text("explain.transposed.words");
        };
    }
}
