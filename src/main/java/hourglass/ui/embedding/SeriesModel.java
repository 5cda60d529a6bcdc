package hourglass.ui.embedding;

import hourglass.core.spec.EmbeddingSpec;
import hourglass.session.embedding.EmbeddingPhase;
import hourglass.session.embedding.EmbeddingRequest;
import hourglass.session.embedding.EmbeddingService;
import hourglass.session.embedding.SeriesState;
import hourglass.ui.common.Messages;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Several small maps of the same thing at different perplexities or seeds. */
final class SeriesModel {
    /** More would make the group wait. */
    static final int MOST_POINTS = 1000;

    private final EmbeddingService maps;
    private final Map<SeriesKind, Kept> kept = new EnumMap<>(SeriesKind.class);
    private final ReadOnlyObjectWrapper<List<SeriesPanel>> panels =
            new ReadOnlyObjectWrapper<>(this, "panels", List.of());
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running", false);
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");
    private @Nullable SeriesKind shown;
    private @Nullable SeriesKind underWay;
    private @Nullable SeriesState seen;

    /** A series as far as it came. */
    private record Kept(Subject subject, SeriesState state, List<SeriesPanel> panels) {
        boolean isComplete() {
            return panels.stream().allMatch(panel -> panel.result().isPresent());
        }
    }

    SeriesModel(EmbeddingService maps) {
        this.maps = maps;
    }

    /** The maps, those still to come as empty panels. */
    ReadOnlyObjectProperty<List<SeriesPanel>> panelsProperty() {
        return panels.getReadOnlyProperty();
    }

    /** Whether the series shown is under way. */
    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** How far it is, or why it ended. */
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** What the series shown is of; empty before the first. */
    Optional<Subject> subject() {
        return shownOne().map(Kept::subject);
    }

    private Optional<Kept> shownOne() {
        return Optional.ofNullable(shown).map(kept::get);
    }

    /** Shows a series, and makes it if it is not there yet. */
    void show(SeriesKind kind, Subject subject, EmbeddingSpec spec) {
        shown = kind;
        Kept known = kept.get(kind);
        boolean otherData = known != null && known.subject().data() != subject.data();
        if (known == null || otherData || (!known.isComplete() && underWay != kind)) {
            start(kind, subject, spec);
        } else {
            refresh();
        }
    }

    /** Makes a series anew; one under way ends. */
    void start(SeriesKind kind, Subject subject, EmbeddingSpec spec) {
        EmbeddingSpec small = spec.points() > MOST_POINTS && spec.perplexity() <= MOST_POINTS / 3.0
                ? spec.withPoints(MOST_POINTS)
                : spec;
        List<EmbeddingRequest> requests =
                kind.requests(new EmbeddingRequest(small, subject.source(), subject.snapshot(), subject.data()));
        shown = kind;
        if (requests.isEmpty()) {
            kept.remove(kind);
            refresh();
            words.set(Messages.text("map.series.too-few"));
            return;
        }
        underWay = kind;
        maps.series(requests);
        SeriesState state = maps.seriesState();
        seen = state;
        List<SeriesPanel> waiting = requests.stream()
                .map(request -> SeriesPanel.waiting(kind, request.spec()))
                .toList();
        kept.put(kind, new Kept(subject, state, filled(waiting, state)));
        refresh();
    }

    /** Ends the series; the maps made stay. */
    void cancel() {
        maps.cancelSeries();
        tick();
    }

    void tick() {
        SeriesState now = maps.seriesState();
        SeriesKind kind = underWay;
        if (now == seen || kind == null) {
            return;
        }
        seen = now;
        Kept before = kept.get(kind);
        if (before != null && before.state().generation() == now.generation()) {
            kept.put(kind, new Kept(before.subject(), now, filled(before.panels(), now)));
        }
        if (!now.phase().isActive()) {
            underWay = null;
        }
        refresh();
    }

    private static List<SeriesPanel> filled(List<SeriesPanel> panels, SeriesState now) {
        List<SeriesPanel> filled = new ArrayList<>(panels);
        for (int i = 0; i < now.results().size() && i < filled.size(); i++) {
            if (filled.get(i).result().isEmpty()) {
                filled.set(i, filled.get(i).with(now.results().get(i)));
            }
        }
        for (int i = now.results().size(); i < filled.size(); i++) {
            boolean next = i == now.results().size();
            SeriesPanel.Turn turn = next ? SeriesPanel.Turn.UNDER_WAY : SeriesPanel.Turn.WAITING;
            filled.set(i, filled.get(i).at(now.phase().isActive() ? turn : SeriesPanel.Turn.OVER));
        }
        return List.copyOf(filled);
    }

    private void refresh() {
        Optional<Kept> now = shownOne();
        panels.set(now.map(Kept::panels).orElse(List.of()));
        running.set(now.isPresent() && underWay == shown);
        words.set(now.map(SeriesModel::inWords).orElse(""));
    }

    private static String inWords(Kept one) {
        SeriesState state = one.state();
        if (state.phase() == EmbeddingPhase.FAILED) {
            return state.message();
        }
        int done = state.results().size();
        String count = Integer.toString(one.panels().size());
        return state.phase() == EmbeddingPhase.COMPLETED
                ? Messages.text("map.series.completed", count, Words.subject(one.subject()))
                : Messages.text("map.series.progress", Integer.toString(done), count, Words.subject(one.subject()));
    }
}
