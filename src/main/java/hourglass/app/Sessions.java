package hourglass.app;

import hourglass.core.Reason;
import hourglass.core.data.DataSet;
import hourglass.core.data.Sketchwear;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.store.SessionFile;
import hourglass.session.data.DataService;
import hourglass.session.data.DataState;
import hourglass.session.file.Session;
import hourglass.session.look.Chooser;
import hourglass.session.look.Look;
import hourglass.session.look.Origin;
import hourglass.session.look.Pick;
import hourglass.ui.kit.Choice;
import hourglass.ui.kit.FrameClock;
import hourglass.ui.kit.LookWords;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Notice;
import hourglass.ui.shell.ShellModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole window as a file. Before one is opened what is there is kept, so that the way back is one click; what was
 * there when the program ended is offered at the next start. FX thread but for the files.
 */
final class Sessions {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);
    /** About a minute. */
    private static final int KEEP_TICKS = 1800;

    private final Services services;
    private final ShellModel shell;
    private final Views views;
    private final Lessons lessons;
    private final FrameClock clock;
    private final Path last;
    private final Path before;
    private Session.@Nullable Words kept;
    private @Nullable Session waiting;
    private int ticks;

    Sessions(Services services, ShellModel shell, Views views, Lessons lessons, FrameClock clock) {
        this.services = services;
        this.shell = shell;
        this.views = views;
        this.lessons = lessons;
        this.clock = clock;
        last = services.sessions.resolve("last" + SessionFile.EXTENSION);
        before = services.sessions.resolve("before" + SessionFile.EXTENSION);
    }

    /** What is there now. */
    Session now() {
        Map<Pick, Session.Network> networks = new LinkedHashMap<>();
        Map<String, ModelSnapshot> weights = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        for (Look look : views.trainChooser().offered()) {
            boolean wanted = look.origin() != Origin.SHIPPED
                    && look.isTrained()
                    && look.snapshot().parameters().isFinite()
                    && networks.size() < SessionFile.MOST_NETWORKS;
            if (wanted && !networks.containsKey(look.pick())) {
                String file = "n" + (networks.size() + 1);
                networks.put(look.pick(), new Session.Network(file, unused(name(look), names)));
                weights.put(file, look.snapshot());
            }
        }
        List<Session.Shown> shown = new ArrayList<>();
        views.choosersById().forEach((view, chooser) -> shown(view, chooser.look(), networks)
                .ifPresent(shown::add));
        DataSet data = services.data.state().data();
        return new Session(
                new Session.Words(
                        new Session.Data(data.name(), data.fingerprint()),
                        List.copyOf(networks.values()),
                        views.entries().get(shell.viewProperty().get()).id(),
                        shown,
                        services.desk.draft(),
                        Optional.of(lessons.model().state()),
                        views.memories().states()),
                weights);
    }

    /** A run is called by how far it has come, so that two of one kind can be told apart. */
    private static String name(Look look) {
        return look.origin() == Origin.FILE
                ? look.name()
                : Messages.text("session.network", LookWords.name(look), LookWords.trained(look));
    }

    private static String unused(String name, Set<String> names) {
        String free = name;
        for (int i = 2; !names.add(free); i++) {
            free = name + " (" + i + ")";
        }
        return free;
    }

    private static Optional<Session.Shown> shown(String view, Look look, Map<Pick, Session.Network> networks) {
        Optional<String> network =
                Optional.ofNullable(networks.get(look.pick())).map(Session.Network::file);
        Optional<String> shipped = look.origin() == Origin.SHIPPED ? Optional.of(look.name()) : Optional.empty();
        return network.isPresent() || shipped.isPresent()
                ? Optional.of(
                        new Session.Shown(view, network, shipped, look.run().text()))
                : Optional.empty();
    }

    /** Saves what is there; the status line says so, or a banner why not. */
    void save(Path target) {
        Session session = now();
        services.io.execute(() -> {
            Notice outcome;
            try {
                session.write(target, Wiring.version());
                outcome = new Notice(Notice.Kind.SUCCESS, Messages.text("session.saved", target.toString()));
            } catch (IOException | RuntimeException failed) {
                LOG.warn("session", failed);
                outcome = new Notice(Notice.Kind.ERROR, Reason.of(failed));
            }
            Notice told = outcome;
            clock.execute(() -> tell(told));
        });
    }

    private void tell(Notice notice) {
        if (notice.kind() == Notice.Kind.SUCCESS) {
            shell.messageProperty().set(notice.text());
        } else {
            shell.notify(notice);
        }
    }

    /** Keeps what is there for the next start. */
    void keep() {
        Session session = now();
        kept = session.words();
        keep(session, last);
    }

    private void keep(Session session, Path file) {
        services.io.execute(() -> {
            try {
                Files.createDirectories(services.sessions);
                session.write(file, Wiring.version());
            } catch (IOException | RuntimeException failed) {
                LOG.warn("the session is not kept", failed);
            }
        });
    }

    /** Opens a session; where it is refused nothing changes. */
    void open(Path file) {
        services.keeper.wish();
        if (!file.equals(before)) {
            keep(now(), before);
        }
        services.io.execute(() -> {
            try {
                Session session = Session.read(file);
                clock.execute(() -> begin(session));
            } catch (IOException | RuntimeException refused) {
                clock.execute(() -> tell(new Notice(Notice.Kind.ERROR, Reason.of(refused))));
            }
        });
    }

    /** First the data that it was made with, if they are on this machine. */
    private void begin(Session session) {
        waiting = session;
        Session.Data wanted = session.words().data();
        if (isInUse(wanted)) {
            return;
        }
        if (wanted.name().equals(Sketchwear.NAME)) {
            services.data.useSketchwear();
        } else {
            services.data.official().stream()
                    .filter(DataService.Offer::atHand)
                    .filter(offer -> offer.set().name().equals(wanted.name()))
                    .findFirst()
                    .ifPresent(offer -> services.data.use(offer.set()));
        }
    }

    private boolean isInUse(Session.Data wanted) {
        return services.data.state().data().fingerprint().equals(wanted.fingerprint());
    }

    /** Goes on with what waits for its data, and keeps what changed once a minute. */
    void tick() {
        Session session = waiting;
        if (session != null && services.data.state().activity() == DataState.Activity.NONE) {
            waiting = null;
            services.history.quietly(() -> show(session));
        }
        if (++ticks % KEEP_TICKS == 0 && !now().words().equals(kept)) {
            keep();
        }
    }

    private void show(Session session) {
        Session.Words words = session.words();
        services.models.take(session.byName());
        services.showcase.tick(services.training);
        Map<String, String> names = new LinkedHashMap<>();
        words.networks().forEach(network -> names.put(network.file(), network.name()));
        List<String> other = new ArrayList<>();
        Map<String, Chooser> choosers = views.choosersById();
        for (Session.Shown shown : words.shown()) {
            Optional<Pick> pick = shown.network()
                    .map(names::get)
                    .map(Pick::file)
                    .or(() -> shown.shipped()
                            .filter(services.models.shippedNames()::contains)
                            .map(Pick::shipped));
            Chooser chooser = choosers.get(shown.view());
            if (chooser != null && pick.isPresent()) {
                chooser.pick(pick.get());
                shown.shipped()
                        .filter(name -> !services.models
                                .shipped(name)
                                .map(model -> model.run().text().equals(shown.run()))
                                .orElse(true))
                        .ifPresent(other::add);
            }
        }
        services.desk.plan(words.draft());
        boolean same = isInUse(words.data());
        views.memories().restore(same ? words.views() : words.views().withoutImages());
        int view = views.entries().stream().map(entry -> entry.id()).toList().indexOf(words.view());
        shell.viewProperty().set(view < 0 ? shell.viewProperty().get() : view);
        words.evening().ifPresent(lessons.model()::restore);
        told(words, same, other);
    }

    private void told(Session.Words words, boolean same, List<String> other) {
        Choice back = new Choice(Messages.text("session.back"), () -> open(before));
        String inUse = services.data.state().data().name();
        if (!same) {
            shell.notify(new Notice(
                    Notice.Kind.WARNING,
                    Messages.text("session.other-data", words.data().name(), inUse),
                    back));
        } else if (!other.isEmpty()) {
            shell.notify(new Notice(
                    Notice.Kind.WARNING,
                    Messages.text("session.other-shipped", String.join(", ", new HashSet<>(other))),
                    back));
        } else {
            shell.notify(new Notice(Notice.Kind.INFO, Messages.text("session.opened"), back));
        }
    }

    /** Looks what the start before left, and says so where there is work in it. */
    void offer() {
        services.io.execute(() -> {
            try {
                if (Files.isRegularFile(last)) {
                    Session session = Session.read(last);
                    Instant when = Files.getLastModifiedTime(last).toInstant();
                    Path taken = services.sessions.resolve("previous" + SessionFile.EXTENSION);
                    Files.copy(last, taken, StandardCopyOption.REPLACE_EXISTING);
                    clock.execute(() -> offer(session, WHEN.format(when.atZone(ZoneId.systemDefault())), taken));
                }
            } catch (IOException | RuntimeException unreadable) {
                LOG.warn("the last session", unreadable);
            }
        });
    }

    private void offer(Session session, String when, Path file) {
        shell.sessionTextProperty().set(Messages.text("session.last", when));
        shell.onSession(() -> open(file));
        boolean voted = session.words()
                .evening()
                .filter(evening -> !evening.record().steps().isEmpty())
                .isPresent();
        if (voted || !session.networks().isEmpty()) {
            Choice again = new Choice(Messages.text("session.again"), () -> open(file));
            shell.notify(new Notice(
                    Notice.Kind.INFO,
                    Messages.text("session.offer", when, session.networks().size()),
                    again));
        }
    }
}
