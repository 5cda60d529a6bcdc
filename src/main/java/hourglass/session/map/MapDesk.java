package hourglass.session.map;

import hourglass.engine.embed.EmbedderFactory;
import hourglass.engine.model.NetworkFactory;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What a map needs from outside.
 *
 * @param worker whose one thread computes, a slice at a time, so that a map that waits holds no thread
 * @param networks asked for on that thread
 * @param embedders make the maps
 */
record MapDesk(Executor worker, Supplier<NetworkFactory> networks, EmbedderFactory embedders) {}
