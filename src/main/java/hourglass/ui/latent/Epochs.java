package hourglass.ui.latent;

import hourglass.engine.model.ModelSnapshot;
import hourglass.session.run.EpochArchive;
import java.util.List;
import java.util.Optional;

/** The network as it was after earlier epochs of the run, kept somewhere. */
interface Epochs {
    /** Nothing is kept. */
    Epochs NONE = new Epochs() {
        @Override
        public List<Integer> epochs() {
            return List.of();
        }

        @Override
        public void open(int epoch) {
            // There is none.
        }

        @Override
        public Optional<ModelSnapshot> opened() {
            return Optional.empty();
        }
    };

    /** Those in the archive. */
    static Epochs of(EpochArchive archive) {
        return new Epochs() {
            @Override
            public List<Integer> epochs() {
                return archive.epochs();
            }

            @Override
            public void open(int epoch) {
                archive.open(epoch);
            }

            @Override
            public Optional<ModelSnapshot> opened() {
                return archive.opened();
            }
        };
    }

    /** Which epochs of the run are kept, ascending; at once. */
    List<Integer> epochs();

    /** Begins to read one of them. */
    void open(int epoch);

    /** The one read last. */
    Optional<ModelSnapshot> opened();
}
