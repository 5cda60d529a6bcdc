package hourglass.ui.kit;

import hourglass.core.spec.listing.CommandListing;
import hourglass.session.look.Look;
import java.util.List;

/**
 * The command that makes the figures of a view again, but for the words that name network, data and folder.
 *
 * @param look the network that they are of, on the data that it is shown
 */
public record FigureCommand(Look look, CommandListing words) {
    /** Of these words. */
    public static FigureCommand of(Look look, List<String> words) {
        return new FigureCommand(look, new CommandListing(words));
    }
}
