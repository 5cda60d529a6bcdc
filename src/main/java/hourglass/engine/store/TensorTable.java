package hourglass.engine.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hourglass.core.spec.ModelSpec;
import hourglass.engine.model.ParameterBlock;
import hourglass.engine.model.ParameterLayout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The tensors of a model file: those of the network in the order of its flat vector, then, if saved, the optimiser's two
 * moments, without a gap. The network's shape alone decides the table, so a file's table can only be right or wrong.
 */
final class TensorTable {
    static final String FIRST_MOMENT = "optimizer.first_moment";
    static final String SECOND_MOMENT = "optimizer.second_moment";
    /** The one key of the header that is no tensor. */
    static final String METADATA = "__metadata__";

    private static final int FLOAT = Float.BYTES;

    private record Entry(String name, List<Integer> shape, long begin, long end) {}

    private TensorTable() {}

    /** Adds one member per tensor to a header. */
    static void write(ObjectNode header, ModelSpec spec, Optimiser optimiser) {
        for (Entry entry : entries(spec, optimiser)) {
            ObjectNode json = header.putObject(entry.name()).put("dtype", "F32");
            ArrayNode shape = json.putArray("shape");
            entry.shape().forEach(shape::add);
            json.putArray("data_offsets").add(entry.begin()).add(entry.end());
        }
    }

    /** Whether the optimiser's state is saved. */
    enum Optimiser {
        /** It is. */
        PRESENT,
        /** It is not. */
        ABSENT
    }

    /** Compares a header with what the network's shape demands. */
    static Optimiser read(StrictObject header, ModelSpec spec) throws Refusal {
        boolean first = header.has(FIRST_MOMENT);
        if (first != header.has(SECOND_MOMENT)) {
            throw new Refusal("it has one of the optimiser's two tensors without the other; use another copy");
        }
        Optimiser optimiser = first ? Optimiser.PRESENT : Optimiser.ABSENT;
        Set<String> expected = new HashSet<>();
        for (Entry entry : entries(spec, optimiser)) {
            expected.add(entry.name());
            check(header.object(entry.name()), entry);
        }
        for (String name : header.names()) {
            if (!expected.contains(name) && !name.equals(METADATA)) {
                throw new Refusal("it has a tensor " + StrictObject.quoted(name) + " that does not belong to "
                        + spec.describe() + "; use another copy");
            }
        }
        return optimiser;
    }

    private static void check(StrictObject json, Entry entry) throws Refusal {
        String about = "its tensor \"" + entry.name() + "\" ";
        String dtype = json.text("dtype");
        if (!dtype.equals("F32")) {
            throw new Refusal(about + "has numbers of type " + StrictObject.quoted(dtype) + " instead of F32");
        }
        List<Integer> shape = json.integers("shape");
        if (!shape.equals(entry.shape())) {
            throw new Refusal(about + "has the shape " + shown(shape) + " instead of " + entry.shape());
        }
        List<Integer> offsets = json.integers("data_offsets");
        if (offsets.size() != 2 || offsets.get(0) != entry.begin() || offsets.get(1) != entry.end()) {
            throw new Refusal(about + "is said to fill bytes " + shown(offsets) + " instead of [" + entry.begin() + ", "
                    + entry.end() + "]");
        }
        json.end();
    }

    private static String shown(List<Integer> numbers) {
        return numbers.size() <= 8 ? numbers.toString() : "of " + numbers.size() + " numbers";
    }

    private static List<Entry> entries(ModelSpec spec, Optimiser optimiser) {
        List<Entry> entries = new ArrayList<>();
        long end = 0;
        for (ParameterBlock block : ParameterLayout.of(spec)) {
            long begin = (long) FLOAT * block.offset();
            end = begin + (long) FLOAT * block.size();
            entries.add(new Entry(block.name(), block.shape(), begin, end));
        }
        if (optimiser == Optimiser.PRESENT) {
            int count = Math.toIntExact(spec.parameterCount());
            long length = (long) FLOAT * count;
            entries.add(new Entry(FIRST_MOMENT, List.of(count), end, end + length));
            entries.add(new Entry(SECOND_MOMENT, List.of(count), end + length, end + 2 * length));
        }
        return entries;
    }
}
