package hourglass.app;

import hourglass.session.file.ViewStates;
import hourglass.ui.kit.ViewMemory;
import java.util.Optional;
import java.util.stream.Stream;

/** How all views are set; each view gives its part when it is made. */
final class Memories {
    Optional<ViewMemory<ViewStates.Data>> data = Optional.empty();
    Optional<ViewMemory<ViewStates.Reconstruct>> reconstruct = Optional.empty();
    Optional<ViewMemory<ViewStates.Inside>> inside = Optional.empty();
    Optional<ViewMemory<ViewStates.Denoise>> denoise = Optional.empty();
    Optional<ViewMemory<ViewStates.Embedding>> map = Optional.empty();
    Optional<ViewMemory<ViewStates.Latent>> latent = Optional.empty();
    Optional<ViewMemory<ViewStates.Oddities>> oddities = Optional.empty();
    Optional<ViewMemory<ViewStates.Runs>> runs = Optional.empty();

    ViewStates states() {
        return new ViewStates(
                data.map(ViewMemory::state),
                reconstruct.map(ViewMemory::state),
                inside.map(ViewMemory::state),
                denoise.map(ViewMemory::state),
                map.map(ViewMemory::state),
                latent.map(ViewMemory::state),
                oddities.map(ViewMemory::state),
                runs.map(ViewMemory::state));
    }

    void restore(ViewStates states) {
        restore(data, states.data());
        restore(reconstruct, states.reconstruct());
        restore(inside, states.inside());
        restore(denoise, states.denoise());
        restore(map, states.map());
        restore(latent, states.latent());
        restore(oddities, states.oddities());
        restore(runs, states.runs());
    }

    private static <S> void restore(Optional<ViewMemory<S>> memory, Optional<S> state) {
        memory.ifPresent(known -> state.ifPresent(known::restore));
    }

    /** After the ticks of the views. */
    void tick() {
        Stream.of(data, reconstruct, inside, denoise, map, latent, oddities, runs)
                .flatMap(Optional::stream)
                .forEach(ViewMemory::tick);
    }
}
