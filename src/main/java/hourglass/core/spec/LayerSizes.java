package hourglass.core.spec;

import java.util.ArrayList;
import java.util.List;

/**
 * The sizes of a symmetric network that can be chosen, encoder side; the decoder mirrors them. Nothing is checked here but
 * by the network made of it.
 *
 * @param channels feature maps after each stage, from the image inwards; empty in a dense network
 * @param kernel side of the convolutions' window; 0 in a dense network
 * @param hidden neurons of dense layers before the code
 * @param codeSize numbers in the code; 0 where the last stage is the code
 */
public record LayerSizes(List<Integer> channels, int kernel, List<Integer> hidden, int codeSize) {
    /** Copies the lists. */
    public LayerSizes {
        channels = List.copyOf(channels);
        hidden = List.copyOf(hidden);
    }

    /** With these feature maps. */
    public LayerSizes withChannels(List<Integer> maps) {
        return new LayerSizes(maps, kernel, hidden, codeSize);
    }

    /** Without the inner stages, or with more like the last; far too many are left to whoever checks the range. */
    public LayerSizes withStages(int count) {
        if (channels.isEmpty()) {
            return this;
        }
        List<Integer> changed = new ArrayList<>(channels.subList(0, Math.max(0, Math.min(count, channels.size()))));
        int wanted = Math.min(count, 1000);
        while (changed.size() < wanted) {
            changed.add(channels.get(channels.size() - 1));
        }
        return withChannels(changed);
    }

    /** With this window. */
    public LayerSizes withKernel(int side) {
        return new LayerSizes(channels, side, hidden, codeSize);
    }

    /** With these dense layers before the code. */
    public LayerSizes withHidden(List<Integer> neurons) {
        return new LayerSizes(channels, kernel, neurons, codeSize);
    }

    /** With this code; dense layers go with a code of 0. */
    public LayerSizes withCodeSize(int size) {
        return new LayerSizes(channels, kernel, size == 0 ? List.of() : hidden, size);
    }
}
