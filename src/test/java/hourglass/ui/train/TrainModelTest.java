package hourglass.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.ImageSet;
import hourglass.core.metric.Clipping;
import hourglass.core.metric.Errors;
import hourglass.core.metric.MedianFilter;
import hourglass.core.metric.PcaBasis;
import hourglass.core.spec.Loss;
import hourglass.core.spec.edit.NetworkFamily;
import hourglass.engine.model.EpochResult;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.train.Evaluation;
import hourglass.figures.CurveContent;
import hourglass.figures.CurveContent.Style;
import hourglass.session.look.Look;
import hourglass.session.look.Pick;
import hourglass.session.run.Phase;
import hourglass.session.run.PreviewImages;
import hourglass.ui.kit.LookWords;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class TrainModelTest {
    private final TrainScene scene = new TrainScene();
    private final TrainModel model = scene.model;

    @AfterEach
    void close() {
        scene.close();
    }

    private CurveContent curves() {
        return model.curve().contentProperty().get();
    }

    private void set(Setting setting, String text) {
        model.draft().text(setting).textProperty().set(text);
        model.draft().text(setting).commit();
    }

    private String name() {
        return LookWords.name(scene.chooser.look());
    }

    private void train(Phase until) {
        scene.desk.restart();
        waitFor(until);
    }

    private void waitFor(Phase phase) {
        scene.tickUntil(() -> scene.training.state().phase() == phase);
        scene.tick();
    }

    @Test
    void beforeAnyTrainingTheShippedHistoryIsShownAndSaidToBeThat() {
        scene.tick();
        assertEquals(Style.POINTS, curves().curves().get(0).style());
        assertEquals(2, curves().curves().get(1).samples().size());
        assertEquals(0.035, curves().curves().get(1).samples().y(1));
        assertTrue(model.curve().detailProperty().get().contains("Dense 64, trained 2 epochs"));
        assertTrue(
                model.origin().line().contains("784–64–784 · epoch 2 · seed 7"),
                model.origin().line());
        assertTrue(model.film().isEmpty(), "a network at rest is no training");
        List<String> rows = model.curve().table().orElseThrow().csv().lines().toList();
        assertEquals("epoch,training_loss,validation_loss,model,epochs,seed,data", rows.get(0));
        assertTrue(rows.get(1).startsWith("1,0.05,0.04,"), rows.get(1));
        assertTrue(rows.get(2).startsWith("2,0.03,0.035,"), rows.get(2));
    }

    @Test
    void theShippedNetworkAndPcaAreDrawnBelowTheOriginals() {
        assertEquals("–", model.strip().contentProperty().get().errorOf(1));
        scene.tickUntil(() -> !model.strip().contentProperty().get().errorOf(1).equals("–")
                && !model.strip().contentProperty().get().errorOf(2).equals("–"));
        StripContent content = model.strip().contentProperty().get();
        double network = Double.parseDouble(content.errorOf(1));
        double pca = Double.parseDouble(content.errorOf(2));
        assertTrue(pca < network, "weights of zero draw grey: " + network + ", PCA " + pca);
        assertEquals(3 * content.columns(), content.tiles().count());
        float[] first = scene.data.test().images(PreviewImages.of(scene.data.test()));
        float[] grey = new float[first.length];
        Arrays.fill(grey, 0.5f);
        assertEquals(Errors.meanSquaredError(grey, first), network, 1e-4, "the row of the network is the network's");
        String name = scene.data.test().className(PreviewImages.of(scene.data.test())[0]);
        assertEquals(
                name + ": network " + content.errorOf(1, 0) + ", PCA " + content.errorOf(2, 0),
                model.strip().describe(content.columns()));
    }

    @Test
    void pcaIsALineForSquaredErrorOnly() {
        scene.tickUntil(() -> !curves().levels().isEmpty());
        assertEquals("PCA with 64 numbers", curves().levels().get(0).name());
        assertFalse(model.curve().withoutBaselineProperty().get());
        model.draft().lossProperty().set(Loss.BINARY_CROSS_ENTROPY);
        set(Setting.EPOCHS, "1");
        train(Phase.COMPLETED);
        assertEquals(0, curves().levels().size());
        assertTrue(model.curve().withoutBaselineProperty().get());
    }

    @Test
    void aRunDrawsEveryBatchAndGoesOnAfterItsEarlierEpochs() {
        set(Setting.EPOCHS, "2");
        train(Phase.COMPLETED);
        int batches = curves().curves().get(0).samples().size();
        assertEquals(scene.training.log().training().size(), batches);
        assertEquals(Style.RAW_AND_SMOOTH, curves().curves().get(0).style());
        assertEquals(2, model.origin().epoch());
        assertEquals("", model.stale().sentenceProperty().get());
        CurveContent before = curves();
        scene.tick();
        assertSame(before, curves(), "nothing new, nothing to draw");

        scene.desk.trainOrPause(scene.chooser.look().snapshot());
        waitFor(Phase.COMPLETED);
        CurveContent.Samples earlier = curves().curves().get(0).samples();
        CurveContent.Samples training = curves().curves().get(1).samples();
        assertEquals(2 + 1, earlier.size(), "two epochs, and on to the first batch of the run");
        assertEquals(1.0, earlier.x(0));
        assertEquals(training.x(0), earlier.x(2));
        assertEquals(training.y(0), earlier.y(2));
        assertEquals(batches, training.size());
        assertEquals(4.0, training.x(training.size() - 1));
        CurveContent.Samples validation = curves().curves().get(2).samples();
        assertEquals(4, validation.size(), "all test images, at the end of each epoch");
        assertEquals("continued from here", curves().markers().get(0).text());
        assertEquals(2, curves().markers().get(0).x());
    }

    @Test
    void everySettingThatNoLongerFitsIsMarkedByItself() {
        set(Setting.EPOCHS, "1");
        set(Setting.HIDDEN_LAYERS, "1");
        train(Phase.COMPLETED);
        set(Setting.NEURONS, "20");
        set(Setting.BATCH_SIZE, "50");
        model.draft().lossProperty().set(Loss.BINARY_CROSS_ENTROPY);
        scene.tick();
        assertEquals(
                "Code size, loss and batch size changed. The curve and the pictures are still those of " + name() + ".",
                model.stale().sentenceProperty().get());
        assertTrue(model.stale().markOf(Setting.CODE_SIZE).get());
        assertTrue(model.stale().markOf(Setting.BATCH_SIZE).get());
        assertFalse(model.stale().markOf(Setting.HIDDEN_LAYERS).get());
        assertFalse(model.stale().markOf(Setting.SEED).get());
        set(Setting.BATCH_SIZE, "32");
        set(Setting.CODE_SIZE, "64");
        model.draft().lossProperty().set(Loss.MEAN_SQUARED_ERROR);
        scene.tick();
        assertEquals("", model.stale().sentenceProperty().get());
    }

    @Test
    void anEditOfTheShippedNetworkIsMarkedAsWell() {
        scene.tick();
        assertEquals("", model.stale().sentenceProperty().get());
        set(Setting.HIDDEN_LAYERS, "1");
        scene.tick();
        assertEquals(
                "Hidden layers changed. The curve and the pictures are still those of Dense 64.",
                model.stale().sentenceProperty().get());
        assertTrue(model.stale().markOf(Setting.HIDDEN_LAYERS).get());
        set(Setting.HIDDEN_LAYERS, "0");
        set(Setting.LEARNING_RATE, "0.01");
        scene.tick();
        assertTrue(model.stale().markOf(Setting.LEARNING_RATE).get());
        assertFalse(model.stale().markOf(Setting.HIDDEN_LAYERS).get());
    }

    @Test
    void aPresetChosenWhileARunWaitsIsTrainedAtThePresetsSettings() {
        set(Setting.EPOCHS, "50");
        set(Setting.LEARNING_RATE, "0.01");
        assertEquals("custom", scene.desk.draft().preset());
        scene.desk.restart();
        scene.tickUntil(() -> scene.training.log().training().size() > 0);
        scene.training.pause();
        scene.tickUntil(() -> scene.training.state().phase() == Phase.PAUSED);
        model.draft().presetProperty().set("denoise-64");
        scene.tick();
        assertTrue(model.stale().markOf(Setting.LEARNING_RATE).get());
        assertEquals(0.01, scene.training.state().experiment().training().learningRate(), "the run keeps its pace");
        scene.desk.restart();
        scene.tickUntil(() -> scene.chooser.look().experiment().noise().isNoisy());
        assertEquals(0.001, scene.chooser.look().experiment().training().learningRate());
        assertEquals("denoise-64", scene.chooser.look().experiment().name());
        set(Setting.LEARNING_RATE, "1000");
        assertEquals("custom", scene.desk.draft().preset());
        assertEquals("custom", model.draft().presetProperty().get());
    }

    @Test
    void theShippedNetworkGoesOnWhereItStandsOrBeginsAnewAsOneAsks() {
        set(Setting.EPOCHS, "2");
        scene.tick();
        Look shipped = scene.chooser.look();
        assertTrue(scene.desk.canGoOn(shipped.snapshot()));
        scene.desk.trainOrPause(shipped.snapshot());
        waitFor(Phase.COMPLETED);
        assertEquals(4, scene.chooser.look().snapshot().progress().epochs(), "two and two more");
        assertEquals(
                List.of(1, 2, 3, 4),
                scene.training.snapshot().orElseThrow().history().stream()
                        .map(EpochResult::epoch)
                        .toList());
        scene.chooser.pickForAll(Pick.shipped("dense-64"));
        scene.tick();
        assertEquals(shipped, scene.chooser.look(), "what came with the program is still there");
        scene.desk.stepOnce(scene.chooser.look().snapshot());
        scene.tickUntil(() -> scene.training
                .snapshot()
                .filter(last -> last.progress().epochs() == 2 && last.progress().batch() == 1)
                .isPresent());
        scene.desk.restart();
        waitFor(Phase.RUNNING);
        scene.desk.stop();
        waitFor(Phase.STOPPED);
        assertTrue(scene.chooser.look().snapshot().progress().epochs() < 4, "from scratch");
        set(Setting.HIDDEN_LAYERS, "1");
        assertFalse(scene.desk.canGoOn(scene.chooser.look().snapshot()), "its weights do not fit");
    }

    @Test
    void theSettingsAreThoseOfTheNetworkShownAndAPickEndsNoRun() {
        set(Setting.EPOCHS, "10000");
        set(Setting.CODE_SIZE, "20");
        scene.desk.restart();
        scene.tickUntil(() -> scene.chooser.look().isTraining());
        scene.chooser.pickForAll(Pick.shipped("dense-64"));
        scene.tick();
        assertEquals(64, scene.desk.draft().model().codeSize());
        set(Setting.LEARNING_RATE, "0.5");
        assertTrue(scene.training.state().phase().isActive());
        assertEquals(20, scene.chooser.trainingElsewhere().orElseThrow().codeSize());
        scene.chooser.pick(scene.chooser.trainingElsewhere().orElseThrow().pick());
        scene.tick();
        assertEquals(20, scene.desk.draft().model().codeSize());
        assertEquals(0.001, scene.training.state().experiment().training().learningRate(), "of another network");
        assertEquals("", model.stale().sentenceProperty().get());
    }

    @Test
    void aLearningRateChangedWhileRunningIsMarkedAndIsNotStale() {
        set(Setting.EPOCHS, "10000");
        scene.desk.restart();
        scene.tickUntil(() -> curves().curves().get(0).samples().size() > 3);
        set(Setting.LEARNING_RATE, "0.0005");
        scene.tickUntil(() -> !curves().markers().isEmpty());
        assertEquals("learning rate 0.0005", curves().markers().get(0).text());
        assertEquals("", model.stale().sentenceProperty().get());
    }

    @Test
    void aDivergedRunSaysSoUntilItIsPutAwayOrStartedAgain() {
        set(Setting.LEARNING_RATE, "1000");
        set(Setting.EPOCHS, "50");
        train(Phase.FAILED);
        assertTrue(
                model.failureProperty().get().contains("diverged"),
                model.failureProperty().get());
        model.failureProperty().set("");
        scene.tick();
        assertEquals("", model.failureProperty().get(), "put away it stays away");
        set(Setting.LEARNING_RATE, "0.001");
        set(Setting.EPOCHS, "1");
        train(Phase.COMPLETED);
        assertEquals("", model.failureProperty().get());
    }

    @Test
    void goingBackToTheShippedNetworkShowsItsHistoryAgain() {
        set(Setting.EPOCHS, "1");
        train(Phase.COMPLETED);
        CurveContent own = curves();
        scene.chooser.pickForAll(Pick.shipped("dense-64"));
        scene.tick();
        assertNotEquals(own, curves());
        assertEquals(Style.POINTS, curves().curves().get(0).style());
        assertTrue(model.curve().detailProperty().get().contains("Dense 64, trained 2 epochs"));
    }

    @Test
    void aVariationalRunShowsReconstructionAndDivergenceInNats() {
        model.draft().presetProperty().set("vae-2");
        set(Setting.EPOCHS, "2");
        train(Phase.COMPLETED);
        CurveContent content = curves();
        assertEquals(CurveContent.Axis.FITTED, content.axis());
        assertTrue(model.curve().fittedProperty().get());
        EpochResult last = scene.training.snapshot().orElseThrow().history().get(1);
        CurveContent.Samples validation = named(content, "on test images");
        assertEquals(784 * last.validationLoss(), validation.y(1), 1e-9, "Bernoulli: cross-entropy of all pixels");
        CurveContent below = content.below().orElseThrow();
        assertEquals(last.validationKl(), named(below, "KL on test images").y(1), 1e-9);
        CurveContent.Samples elbo = named(content, "Negative ELBO on test images");
        assertEquals(784 * last.validationLoss() + last.validationKl(), elbo.y(1), 1e-9);
        assertEquals(List.of(), content.levels(), "the floor is that of Fashion-MNIST, not of Sketchwear");
        assertFalse(model.curve().withoutBaselineProperty().get());
        String header =
                model.curve().table().orElseThrow().csv().lines().findFirst().orElseThrow();
        assertEquals(
                "epoch,training_reconstruction_nats,validation_reconstruction_nats,training_kl_nats,validation_kl_nats,"
                        + "model,epochs,seed,data",
                header);
        ModelSnapshot best = scene.training.best().orElseThrow();
        EpochResult ofBest = best.history().get(best.history().size() - 1);
        assertEquals(
                String.format(
                        Locale.ROOT,
                        "best epoch %d: %.1f nats",
                        ofBest.epoch(),
                        784 * ofBest.validationLoss() + ofBest.validationKl()),
                model.best().textProperty().get());
    }

    private static CurveContent.Samples named(CurveContent content, String name) {
        return content.curves().stream()
                .filter(curve -> curve.name().equals(name))
                .reduce((first, second) -> second)
                .orElseThrow()
                .samples();
    }

    @Test
    void aDenoiserIsHeldAgainstNothingMedianAndPcaOfTheSameNoise() {
        model.draft().presetProperty().set("denoise-64");
        set(Setting.EPOCHS, "1");
        train(Phase.COMPLETED);
        scene.tickUntil(() -> curves().levels().size() == 3);
        assertEquals(
                List.of("do nothing", "3×3 median", "PCA with 64 numbers"),
                curves().levels().stream().map(CurveContent.Level::name).toList());
        double nothing = curves().levels().get(0).y();
        double median = curves().levels().get(1).y();
        ImageSet test = scene.data.test();
        int[] all = IntStream.range(0, test.size()).toArray();
        float[] clean = test.images(all);
        float[] noisy = Evaluation.spoilt(clean, test, scene.desk.draft().noise(), 0);
        assertEquals(Errors.meanSquaredError(noisy, clean), nothing, 1e-6);
        assertEquals(Errors.meanSquaredError(MedianFilter.apply(noisy, 28, 28), clean), median, 1e-6);
        PcaBasis basis = scene.session.baselines.baseline().basis().orElseThrow();
        float[] projected = basis.reconstruct(noisy, test.size(), 64, Clipping.NONE);
        assertEquals(
                Errors.meanSquaredError(projected, clean),
                curves().levels().get(2).y(),
                1e-6);
        assertEquals(
                List.of("do nothing", "3×3 median", "PCA with 64 numbers"),
                curves().levels().stream().map(CurveContent.Level::name).toList());
        StripContent strip = model.strip().contentProperty().get();
        assertEquals(List.of(StripRow.ORIGINAL, StripRow.NOISY, StripRow.DENOISED, StripRow.MEDIAN), strip.rows());
        assertFalse(strip.errorOf(2).equals("–"));
        assertTrue(
                model.strip()
                        .describe(0)
                        .endsWith(": noisy " + strip.errorOf(1, 0) + ", denoised " + strip.errorOf(2, 0) + ", median "
                                + strip.errorOf(3, 0)),
                model.strip().describe(0));
        set(Setting.NOISE_LEVEL, "0.3");
        scene.tick();
        assertEquals(
                "Noise level changed. The curve and the pictures are still those of " + name() + ".",
                model.stale().sentenceProperty().get());
        model.draft().familyProperty().set(NetworkFamily.VARIATIONAL_DENSE);
        scene.tick();
        assertEquals(
                "Kind of network and noise level changed. The curve and the pictures are still those of " + name()
                        + ".",
                model.stale().sentenceProperty().get());
    }

    @Test
    void theWeightsOfTheBestEpochCanBeShownAndLeftAgain() {
        set(Setting.EPOCHS, "9");
        scene.training.startPaused(scene.desk.draft(), scene.data);
        for (int step = 1; scene.training.best().isEmpty(); step++) {
            int wanted = step;
            scene.training.stepOnce();
            scene.tickUntil(() -> scene.training
                    .snapshot()
                    .filter(snapshot -> snapshot.progress().iteration() == wanted)
                    .isPresent());
        }
        scene.tick();
        double error = scene.training.best().orElseThrow().history().get(0).validationLoss();
        assertEquals(
                String.format(Locale.ROOT, "best epoch 1: %.4f", error),
                model.best().textProperty().get());
        assertEquals(BestModel.Offer.NONE, model.best().offerProperty().get(), "the run is not over");
        assertTrue(model.film().isPresent(), "a run can be saved as moving pictures while it trains");
        // From here on every step makes it worse.
        scene.training.learningRate(1000);
        scene.training.resume();
        waitFor(Phase.FAILED);
        ModelSnapshot best = scene.training.best().orElseThrow();
        assertEquals(BestModel.Offer.BEST, model.best().offerProperty().get());
        model.best().take();
        scene.tickUntil(() -> !model.strip().contentProperty().get().errorOf(1).equals("–"));
        assertSame(best, scene.chooser.look().snapshot());
        assertEquals(BestModel.Offer.LAST, model.best().offerProperty().get());
        assertEquals(1, model.origin().epoch());
        model.best().take();
        scene.tick();
        assertSame(scene.training.snapshot().orElseThrow(), scene.chooser.look().snapshot());
    }
}
