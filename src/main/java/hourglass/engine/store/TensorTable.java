package hourglass.engine.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import hourglass.core.spec.ModelSpec;
import hourglass.engine.model.ParameterBlock;
import hourglass.engine.model.ParameterLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tensors of a model file: those of the network in the order of its flat vector, then, if saved, the optimiser's two
 * moments, without a gap. The network's shape alone decides the table, so a file's table can only be right or wrong.
 */
final class TensorTable {
    static final String FIRST_MOMENT = "optimizer.first_moment";
    static final String SECOND_MOMENT = "optimizer.second_moment";
    /** The one key of the header that is no tensor. */
    static final String METADATA = "__metadata__";

    /**
     * One tensor as the format writes it.
     *
     * @param offsets its first byte and the one after its last
     */
    record Entry(
            String dtype,
            List<Integer> shape,
            @JsonProperty("data_offsets") List<Long> offsets) {
        /** Its first byte, or −1 where the header does not say. */
        long begin() {
            return offsets.isEmpty() ? -1 : offsets.get(0);
        }

        /** Numbers in it; −1 where its shape is none, and never more than a file can have. */
        long count() {
            long count = 1;
            for (int side : shape) {
                count = side < 0 ? -1 : Math.min(count * side, Integer.MAX_VALUE);
                if (count < 0) {
                    return -1;
                }
            }
            return count;
        }
    }

    private TensorTable() {}

    /** What a header says of a network's tensors. */
    static Map<String, Entry> of(ModelSpec spec, Optimiser optimiser) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (ParameterBlock block : ParameterLayout.of(spec)) {
            entries.put(block.name(), entry(block.shape(), block.offset(), block.size()));
        }
        if (optimiser == Optimiser.PRESENT) {
            int count = Math.toIntExact(spec.parameterCount());
            entries.put(FIRST_MOMENT, entry(List.of(count), count, count));
            entries.put(SECOND_MOMENT, entry(List.of(count), 2L * count, count));
        }
        return entries;
    }

    private static Entry entry(List<Integer> shape, long offset, int size) {
        long begin = Float.BYTES * offset;
        return new Entry("F32", shape, List.of(begin, begin + (long) Float.BYTES * size));
    }

    /** Whether the optimiser's state is saved. */
    enum Optimiser {
        /** It is. */
        PRESENT,
        /** It is not. */
        ABSENT
    }

    /** Compares a header with what the network's shape demands. */
    static Optimiser read(Map<String, Entry> found, ModelSpec spec) throws Refusal {
        boolean first = found.containsKey(FIRST_MOMENT);
        if (first != found.containsKey(SECOND_MOMENT)) {
            throw new Refusal("it has one of the optimiser's two tensors without the other; use another copy");
        }
        Optimiser optimiser = first ? Optimiser.PRESENT : Optimiser.ABSENT;
        Map<String, Entry> expected = of(spec, optimiser);
        for (Map.Entry<String, Entry> tensor : expected.entrySet()) {
            check(tensor.getKey(), tensor.getValue(), found.get(tensor.getKey()));
        }
        for (String name : found.keySet()) {
            if (!expected.containsKey(name)) {
                throw new Refusal("it has a tensor " + JsonWords.quoted(name) + " that does not belong to "
                        + spec.describe() + "; use another copy");
            }
        }
        return optimiser;
    }

    /** Whether these are the network's tensors, in whatever order and kind of number; the optimiser's may be among them. */
    static void checkShapes(Map<String, Entry> found, ModelSpec spec) throws Refusal {
        Map<String, Entry> expected = of(spec, Optimiser.PRESENT);
        for (Map.Entry<String, Entry> tensor : of(spec, Optimiser.ABSENT).entrySet()) {
            Entry entry = found.get(tensor.getKey());
            if (entry == null) {
                throw new Refusal("the field \"" + tensor.getKey() + "\" is missing");
            }
            checkShape("its tensor \"" + tensor.getKey() + "\" ", tensor.getValue(), entry);
        }
        for (String name : found.keySet()) {
            if (!expected.containsKey(name)) {
                throw new Refusal("it has a tensor " + JsonWords.quoted(name) + " that does not belong to "
                        + spec.describe() + "; use another copy");
            }
        }
    }

    private static void checkShape(String about, Entry expected, Entry found) throws Refusal {
        if (!found.shape().equals(expected.shape())) {
            throw new Refusal(about + "has the shape " + shown(found.shape()) + " instead of " + expected.shape());
        }
    }

    private static void check(String name, Entry expected, @Nullable Entry found) throws Refusal {
        if (found == null) {
            throw new Refusal("the field \"" + name + "\" is missing");
        }
        String about = "its tensor \"" + name + "\" ";
        if (!found.dtype().equals(expected.dtype())) {
            throw new Refusal(about + "has numbers of type " + JsonWords.quoted(found.dtype()) + " instead of "
                    + expected.dtype());
        }
        checkShape(about, expected, found);
        if (!found.offsets().equals(expected.offsets())) {
            throw new Refusal(
                    about + "is said to fill bytes " + shown(found.offsets()) + " instead of " + expected.offsets());
        }
    }

    private static String shown(List<?> numbers) {
        return numbers.size() <= 8 ? numbers.toString() : "of " + numbers.size() + " numbers";
    }
}
