package hourglass.engine.heap;

import com.sun.management.HotSpotDiagnosticMXBean;
import hourglass.core.Computing;
import hourglass.core.Lanes;
import hourglass.core.Products;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.ModelSpec;
import hourglass.engine.model.Network;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.model.SpeedProbe;
import hourglass.engine.model.TrainableNetwork;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Networks on heap arrays, which load no library of machine code. */
public final class HeapNetworks implements NetworkFactory {
    /** The virtual machine's module of vectors; it must be asked for at the start. */
    public static final String VECTOR_MODULE = "jdk.incubator.vector";

    private static final Logger LOG = LoggerFactory.getLogger(HeapNetworks.class);
    /** By name, because it is compiled apart and its module may be missing. */
    private static final String VECTOR_PRODUCTS = "hourglass.engine.heap.vector.VectorProducts";

    private final Products products;
    private final Lanes lanes;
    private final Supplier<SpeedProbe> probe;
    private final Map<Workload, LaneChoice> choices = new ConcurrentHashMap<>();

    private record Workload(ModelSpec spec, int batchSize) {}

    /**
     * With these products.
     *
     * @param lanes share the training steps where that is faster
     * @param probe made when speed is measured
     */
    public HeapNetworks(Products products, Lanes lanes, Supplier<SpeedProbe> probe) {
        this.products = products;
        this.lanes = lanes;
        this.probe = probe;
    }

    /**
     * The products in vector registers, where the virtual machine was started with its vector module and the processor
     * multiplies and adds in one go; without that each number would be computed by hand.
     */
    public static Optional<Products> vectorProducts() {
        if (ModuleLayer.boot().findModule(VECTOR_MODULE).isEmpty() || !fuses()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Class.forName(VECTOR_PRODUCTS)
                    .asSubclass(Products.class)
                    .getDeclaredConstructor()
                    .newInstance());
        } catch (ReflectiveOperationException | LinkageError missing) {
            LOG.warn("no products in vector registers", missing);
            return Optional.empty();
        }
    }

    private static boolean fuses() {
        try {
            return Boolean.parseBoolean(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .getVMOption("UseFMA")
                    .getValue());
        } catch (IllegalArgumentException otherMachine) {
            LOG.info("the virtual machine does not say whether it fuses", otherMachine);
            return false;
        }
    }

    @Override
    public TrainableNetwork trainable(Experiment experiment) {
        Workload workload =
                new Workload(experiment.model(), experiment.training().batchSize());
        LaneChoice choice = choices.computeIfAbsent(workload, first -> new LaneChoice(lanes.most()));
        return HeapNetwork.fresh(experiment, products, lanes, choice);
    }

    @Override
    public Network evaluator(ModelSpec spec) {
        return HeapNetwork.blank(spec, products);
    }

    @Override
    public Computing computing() {
        return new Computing(products, lanes);
    }

    @Override
    public int threads() {
        return lanes.most();
    }

    @Override
    public SpeedProbe probe() {
        SpeedProbe library = probe.get();
        return new SpeedProbe() {
            @Override
            public double peak() {
                return Math.max(library.peak(), products.registerPeak());
            }

            @Override
            public String kernels() {
                return products.words();
            }

            @Override
            public Optional<Stock> stock(Experiment experiment) {
                return library.stock(experiment);
            }
        };
    }
}
