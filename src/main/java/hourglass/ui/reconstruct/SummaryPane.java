package hourglass.ui.reconstruct;

import hourglass.ui.chart.Metric;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Section;
import hourglass.ui.kit.Tips;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/** The errors of all test images in four numbers. */
final class SummaryPane {
    private final Metric network = metric(Messages.text("reconstruct.all.network"), Messages.text("reconstruct.unit"))
            .kind("train");
    private final Metric pca = metric(Messages.text("reconstruct.all.pca"), Messages.text("reconstruct.unit"))
            .kind("pca");
    private final Metric saved =
            metric(Messages.text("reconstruct.all.saved"), Messages.text("reconstruct.all.saved.unit"));
    private final Metric better =
            metric(Messages.text("reconstruct.all.better"), Messages.text("reconstruct.all.better.unit"));
    private final ReconstructModel model;
    private final Section section;

    SummaryPane(ReconstructModel model) {
        this.model = model;
        Tips.add(network, Messages.text("reconstruct.error.network.tip"));
        Tips.add(pca, Messages.text("reconstruct.error.pca.tip"));
        Tips.add(saved, Messages.text("reconstruct.all.saved.tip"));
        Tips.add(better, Messages.text("reconstruct.all.better.tip"));
        section = new Section(Messages.text("reconstruct.all"), new FlowPane(40, 12, network, pca, saved, better));
        section.setMinHeight(Region.USE_PREF_SIZE);
        model.summaryProperty().addListener((observed, before, now) -> show(now));
        model.networkProperty()
                .addListener(
                        (observed, before, now) -> show(model.summaryProperty().get()));
        model.errorProblemProperty()
                .addListener(
                        (observed, before, now) -> show(model.summaryProperty().get()));
        show(model.summaryProperty().get());
    }

    private static Metric metric(String name, String unit) {
        return new Metric(name, unit);
    }

    Node node() {
        return section;
    }

    private void show(Summary now) {
        String missing = model.missing();
        network.show(Words.error(now.network(), missing));
        pca.show(Words.error(now.pca(), missing));
        saved.show(now.saved().isPresent() ? signedPercent(-now.saved().getAsDouble()) : missing);
        better.show(now.better().isPresent() ? Words.count(now.better().getAsInt()) : missing);
        section.detailProperty().set(detail(now));
    }

    private String detail(Summary now) {
        String problem = model.errorProblemProperty().get();
        if (!problem.isEmpty() || now.images() == 0) {
            return problem;
        }
        return Messages.text(
                "reconstruct.all.count",
                Counts.images(now.images()),
                model.networkProperty().get());
    }

    private static String signedPercent(double share) {
        return String.format(Locale.ROOT, "%+.0f\u00a0%%", 100 * share).replace('-', '−');
    }
}
