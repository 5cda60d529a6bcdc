package hourglass.ui.map;

import hourglass.core.Identity;
import hourglass.core.spec.EmbeddingSpec;
import hourglass.session.map.EmbeddingPhase;
import hourglass.session.map.EmbeddingRequest;
import hourglass.session.map.EmbeddingService;
import hourglass.session.map.SeriesState;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.Messages;
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
    private @Nullable Wish next;

    /** A series that is shown and waits for the other one to be done. */
    private record Wish(SeriesKind kind, Mapped mapped, EmbeddingSpec spec) {}

    /** A series as far as it came; {@code before} of its maps were made earlier than those of its state. */
    private record Kept(Mapped mapped, SeriesState state, List<SeriesPanel> panels, int before) {
        boolean isComplete() {
            return done() == panels.size();
        }

        int done() {
            return SeriesModel.done(panels);
        }

        Kept at(SeriesState now) {
            return new Kept(mapped, now, filled(panels, now, before), before);
        }

        boolean isOf(SeriesState now) {
            return state.generation() == now.generation();
        }

        /** With no map under way any more. */
        Kept over() {
            return new Kept(
                    mapped,
                    state,
                    panels.stream()
                            .map(panel -> panel.at(SeriesPanel.Turn.OVER))
                            .toList(),
                    before);
        }

        /** Whether the maps made would be made again for these requests. */
        boolean begins(Mapped wanted, List<EmbeddingRequest> requests) {
            List<EmbeddingSpec> specs =
                    requests.stream().map(EmbeddingRequest::spec).toList();
            return mapped.isAsGoodAs(wanted)
                    && panels.stream().map(SeriesPanel::spec).toList().equals(specs);
        }
    }

    SeriesModel(EmbeddingService maps) {
        this.maps = maps;
    }

    /** The maps, those still to come as empty panels. */
    ReadOnlyObjectProperty<List<SeriesPanel>> panelsProperty() {
        return panels.getReadOnlyProperty();
    }

    /** Whether the series shown is under way or waits for the other one. */
    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** How far it is, or why it ended. */
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** What the series shown is of; empty before the first. */
    Optional<Mapped> mapped() {
        return shownOne().map(Kept::mapped);
    }

    private Optional<Kept> shownOne() {
        return Optional.ofNullable(shown).map(kept::get);
    }

    /** Shows a series, and makes what is missing of it as soon as the other one is done. */
    void show(SeriesKind kind, Mapped mapped, EmbeddingSpec spec) {
        shown = kind;
        next = null;
        Kept known = kept.get(kind);
        boolean otherData = known != null && !known.mapped().look().isOfSameData(mapped.look());
        boolean missing = known == null || otherData || (!known.isComplete() && underWay != kind);
        if (missing && underWay != null && underWay != kind) {
            next = new Wish(kind, mapped, spec);
            refresh();
        } else if (missing) {
            make(kind, mapped, spec);
        } else {
            refresh();
        }
    }

    /** Makes a series anew; one under way ends. */
    void start(SeriesKind kind, Mapped mapped, EmbeddingSpec spec) {
        kept.remove(kind);
        make(kind, mapped, spec);
    }

    private static List<EmbeddingRequest> requests(SeriesKind kind, Mapped mapped, EmbeddingSpec spec) {
        EmbeddingSpec small = spec.points() > MOST_POINTS && spec.perplexity() <= MOST_POINTS / 3.0
                ? spec.withPoints(MOST_POINTS)
                : spec;
        return kind.requests(new EmbeddingRequest(small, mapped.source(), mapped.snapshot(), mapped.data()));
    }

    private void make(SeriesKind kind, Mapped mapped, EmbeddingSpec spec) {
        List<EmbeddingRequest> requests = requests(kind, mapped, spec);
        shown = kind;
        next = null;
        if (requests.isEmpty()) {
            kept.remove(kind);
            refresh();
            words.set(Messages.text("map.series.too-few"));
            return;
        }
        Kept known = kept.get(kind);
        List<SeriesPanel> begun = known != null && known.begins(mapped, requests)
                ? known.panels()
                : requests.stream()
                        .map(request -> SeriesPanel.waiting(kind, request.spec()))
                        .toList();
        int before = done(begun);
        leave();
        underWay = kind;
        maps.series(requests.subList(before, requests.size()));
        SeriesState state = maps.seriesState();
        seen = state;
        kept.put(kind, new Kept(mapped, state, begun, before).at(state));
        refresh();
    }

    /** The series under way will be ended; what was made of it stays. */
    private void leave() {
        SeriesKind left = underWay;
        if (left != null) {
            SeriesState newest = maps.seriesState();
            kept.computeIfPresent(
                    left, (kind, one) -> one.isOf(newest) ? one.at(newest).over() : one.over());
        }
    }

    private static int done(List<SeriesPanel> panels) {
        return (int) panels.stream().filter(panel -> panel.result().isPresent()).count();
    }

    /** Ends the series, or its wait; the maps made stay. */
    void cancel() {
        boolean waits = next != null;
        next = null;
        if (waits) {
            refresh();
        } else {
            maps.cancelSeries();
            tick();
        }
    }

    void tick() {
        SeriesState now = maps.seriesState();
        SeriesKind kind = underWay;
        if (Identity.same(now, seen) || kind == null) {
            return;
        }
        seen = now;
        Kept before = kept.get(kind);
        if (before != null && before.isOf(now)) {
            kept.put(kind, before.at(now));
        }
        if (!now.phase().isActive()) {
            underWay = null;
        }
        Wish wish = next;
        if (underWay == null && wish != null) {
            make(wish.kind(), wish.mapped(), wish.spec());
        } else {
            refresh();
        }
    }

    private static List<SeriesPanel> filled(List<SeriesPanel> panels, SeriesState now, int before) {
        List<SeriesPanel> filled = new ArrayList<>(panels);
        int done = Math.min(filled.size(), before + now.results().size());
        for (int i = before; i < done; i++) {
            if (filled.get(i).result().isEmpty()) {
                filled.set(i, filled.get(i).with(now.results().get(i - before)));
            }
        }
        for (int i = done; i < filled.size(); i++) {
            boolean next = i == done;
            SeriesPanel.Turn turn = next ? SeriesPanel.Turn.UNDER_WAY : SeriesPanel.Turn.WAITING;
            filled.set(i, filled.get(i).at(now.phase().isActive() ? turn : SeriesPanel.Turn.OVER));
        }
        return List.copyOf(filled);
    }

    private void refresh() {
        Optional<Kept> now = shownOne();
        Wish wish = next;
        if (wish != null) {
            panels.set(waiting(wish, now));
            running.set(true);
            words.set(waitingInWords());
            return;
        }
        panels.set(now.map(Kept::panels).orElse(List.of()));
        running.set(now.isPresent() && underWay == shown);
        words.set(now.map(SeriesModel::inWords).orElse(""));
    }

    /** What is there of a series that waits, and what will be. */
    private static List<SeriesPanel> waiting(Wish wish, Optional<Kept> known) {
        List<EmbeddingRequest> requests = requests(wish.kind(), wish.mapped(), wish.spec());
        List<SeriesPanel> begun = known.filter(one -> one.begins(wish.mapped(), requests))
                .map(Kept::panels)
                .orElseGet(() -> requests.stream()
                        .map(request -> SeriesPanel.waiting(wish.kind(), request.spec()))
                        .toList());
        return begun.stream().map(panel -> panel.at(SeriesPanel.Turn.WAITING)).toList();
    }

    private String waitingInWords() {
        Kept other = underWay == null ? null : kept.get(underWay);
        return other == null
                ? ""
                : Messages.text(
                        "map.series.behind",
                        underWay == SeriesKind.PERPLEXITY
                                ? Messages.text("map.board.perplexity")
                                : Messages.text("map.board.seed"),
                        Integer.toString(other.done()),
                        Integer.toString(other.panels().size()));
    }

    private static String inWords(Kept one) {
        SeriesState state = one.state();
        if (state.phase() == EmbeddingPhase.FAILED) {
            return state.message();
        }
        int done = one.done();
        String count = Integer.toString(one.panels().size());
        return state.phase() == EmbeddingPhase.COMPLETED
                ? Messages.text("map.series.completed", Counts.maps(one.panels().size()), Words.mapped(one.mapped()))
                : Messages.text("map.series.progress", Integer.toString(done), count, Words.mapped(one.mapped()));
    }
}
