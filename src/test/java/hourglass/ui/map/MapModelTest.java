package hourglass.ui.map;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.DataOrigin;
import hourglass.core.data.DataSet;
import hourglass.core.data.ImageBlock;
import hourglass.core.data.ImageSet;
import hourglass.core.data.Preparation;
import hourglass.core.data.Sketchwear;
import hourglass.core.spec.EmbeddingSpec;
import hourglass.session.look.OwnImage;
import hourglass.session.map.EmbeddingPhase;
import hourglass.session.map.EmbeddingSample;
import hourglass.session.map.MapSource;
import hourglass.ui.pictures.ImageCard;
import hourglass.ui.scatter.PointLook;
import hourglass.ui.scatter.PointSelection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapModelTest {
    private final Bench bench = new Bench(Bench.DATA);
    private final MapModel model = bench.model;

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void aFirstMapStartsByItselfAndIsJudged() throws InterruptedException {
        bench.untilJudged();
        ShownMap map = bench.map().orElseThrow();
        assertEquals(240, map.sample().size());
        assertEquals(1000, map.iterations());
        assertTrue(
                model.titleProperty().get().startsWith("First look: 240 codes"),
                model.titleProperty().get());
        assertTrue(map.quality().orElseThrow().map().trustworthiness() > 0.7);
        assertEquals("", model.staleProperty().get());
        assertEquals(Bench.DATA.test().classNames(), model.classNamesProperty().get());
    }

    @Test
    void theFirstLookIsBySmileAndTheNextMapByWhomeverIsChosen() throws InterruptedException {
        bench.untilJudged();
        assertTrue(
                model.titleProperty().get().endsWith(", by Smile"),
                model.titleProperty().get());
        bench.chooseSmallSettings();
        model.run();
        bench.until(() -> !model.titleProperty().get().contains("First look"));
        assertFalse(
                model.titleProperty().get().contains("Smile"),
                model.titleProperty().get());
        bench.untilJudged();
        model.settings().engineProperty().set(EmbeddingSpec.Engine.SMILE);
        model.run();
        bench.until(() -> model.titleProperty().get().endsWith(", by Smile"));
        bench.untilJudged();
        assertEquals(
                EmbeddingSpec.Engine.SMILE, bench.map().orElseThrow().spec().engine());
    }

    @Test
    void anImageOfOnesOwnStandsAtTheNearestCode() throws InterruptedException {
        bench.untilJudged();
        int there = bench.map().orElseThrow().sample().testIndex(17);
        ImageSet test = Bench.DATA.test();
        ImageBlock copy = ImageBlock.copyOf(test.width(), test.height(), test.image(there));
        bench.show.showcase.useOwn(new OwnImage("Copy", copy, Preparation.NONE));
        bench.until(() -> model.own().foundProperty().get().isPresent());
        OwnPlace.Found found = model.own().foundProperty().get().orElseThrow();
        EmbeddingSample sample = bench.map().orElseThrow().sample();
        float[] codes = sample.codes();
        for (int d = 0; d < sample.dimension(); d++) {
            assertEquals(codes[17 * sample.dimension() + d], codes[found.point() * sample.dimension() + d]);
        }
        assertEquals(test.className(sample.testIndex(found.point())), found.className());
        bench.show.showcase.forgetOwn();
        bench.until(() -> model.own().foundProperty().get().isEmpty());
    }

    @Test
    void nothingStartsWhileNobodyLooks() {
        model.shownProperty().set(false);
        model.tick();
        assertEquals(EmbeddingPhase.IDLE, bench.maps.state().phase());
    }

    @Test
    void theFirstMapFollowsTheDataButAMapOfTheUsersDoesNot(@TempDir Path folder) throws InterruptedException {
        bench.untilJudged();
        bench.open(Sketchwear.generate(5, 20, 220), folder);
        bench.until(() -> bench.map().orElseThrow().sample().size() == 220);
        bench.chooseSmallSettings();
        model.run();
        bench.untilJudged();
        assertFalse(model.titleProperty().get().contains("First look"));
        bench.open(Sketchwear.generate(6, 20, 230), folder);
        bench.until(() -> !model.staleProperty().get().isEmpty());
        assertEquals(EmbeddingPhase.COMPLETED, bench.phase());
        assertEquals(200, bench.map().orElseThrow().sample().size());
    }

    @Test
    void anotherNetworkMakesTheMapStaleWithoutThrowingItAway() throws InterruptedException {
        bench.untilJudged();
        EmbeddingSample sample = bench.map().orElseThrow().sample();
        bench.show.training(Bench.snapshot(3));
        model.tick();
        assertTrue(
                model.staleProperty().get().contains("Dense 64"),
                model.staleProperty().get());
        assertSame(sample, bench.map().orElseThrow().sample());
        bench.chooseSmallSettings();
        model.run();
        bench.until(() -> bench.map().orElseThrow().sample() != sample);
        bench.untilJudged();
        assertEquals("", model.staleProperty().get());
        assertTrue(
                model.titleProperty().get().contains("in training"),
                model.titleProperty().get());
    }

    @Test
    void aMapOfPixelsDoesNotCareAboutTheNetwork() throws InterruptedException {
        bench.untilJudged();
        model.sourceProperty().set(MapSource.PIXELS);
        model.tick();
        assertFalse(model.staleProperty().get().isEmpty());
        bench.chooseSmallSettings();
        model.run();
        bench.until(() -> bench.map().orElseThrow().sample().dimension() == 784);
        bench.untilJudged();
        bench.show.training(Bench.snapshot(3));
        model.tick();
        assertEquals("", model.staleProperty().get());
    }

    @Test
    void waitsAndGoesOnAndEnds() throws InterruptedException {
        bench.networks.holdUp();
        model.tick();
        assertEquals(EmbeddingPhase.PREPARING, bench.phase());
        model.pauseOrResume();
        assertEquals(EmbeddingPhase.PAUSED, bench.phase());
        model.pauseOrResume();
        assertTrue(bench.phase().isActive());
        assertFalse(bench.phase() == EmbeddingPhase.PAUSED);
        model.cancel();
        bench.networks.letPass();
        assertEquals(EmbeddingPhase.CANCELLED, bench.phase());
        model.tick();
        assertEquals(EmbeddingPhase.CANCELLED, bench.phase(), "it does not start by itself again");
        bench.chooseSmallSettings();
        model.run();
        bench.untilJudged();
    }

    @Test
    void settingsThatMakeNoSenseAreExplainedAndNotRun() throws InterruptedException {
        bench.untilJudged();
        long generation = bench.maps.state().generation();
        model.settings().points().textProperty().set("300");
        model.settings().perplexity().textProperty().set("100,5");
        assertTrue(model.settings().perplexity().errorProperty().get().contains("perplexity"));
        model.settings().perplexity().textProperty().set("60");
        assertEquals("", model.settings().perplexity().errorProperty().get());
        model.settings().points().textProperty().set("many");
        assertTrue(model.settings().points().errorProperty().get().contains("many"));
        model.settings().points().textProperty().set("3");
        assertTrue(model.settings().points().errorProperty().get().contains("200"));
        model.run();
        assertEquals(generation, bench.maps.state().generation());
        assertEquals("", model.costProperty().get());
        model.settings().points().textProperty().set("5 000");
        String typed = model.costProperty().get();
        model.settings().points().textProperty().set("240");
        assertEquals(model.costProperty().get(), typed, "there are 240 images only");
    }

    @Test
    void dataWithTooFewImagesIsRefusedInASentence() throws InterruptedException {
        try (Bench few = new Bench(Sketchwear.generate(3, 20, 30))) {
            few.until(() -> !few.model.problemProperty().get().isEmpty());
            assertEquals(EmbeddingPhase.FAILED, few.phase());
            assertTrue(
                    few.model.problemProperty().get().contains("50 test images"),
                    few.model.problemProperty().get());
        }
    }

    @Test
    void aPointHasACardWithItsNeighboursAndItsReconstruction() throws InterruptedException {
        bench.untilJudged();
        model.points().hoveredProperty().set(17);
        ImageCard card = model.points().cardProperty().get().orElseThrow();
        EmbeddingSample sample = bench.map().orElseThrow().sample();
        assertEquals(sample.testIndex(17), card.testIndex());
        assertArrayEquals(
                sample.neighbours(17),
                card.neighbours().stream().mapToInt(ImageCard.Neighbour::point).toArray());
        bench.until(
                () -> model.points().cardProperty().get().orElseThrow().output().isPresent());
        float[] image = Bench.DATA.test().image(card.testIndex());
        double quarter = 0;
        for (float pixel : image) {
            quarter += pixel * pixel / 4 / image.length;
        }
        ImageCard shown = model.points().cardProperty().get().orElseThrow();
        assertEquals(quarter, shown.output().orElseThrow().error(), 1e-6);
        model.points().hoveredProperty().set(-1);
        assertTrue(model.points().cardProperty().get().isEmpty());
    }

    @Test
    void anotherSampleForgetsWhatWasSelected() throws InterruptedException {
        bench.untilJudged();
        model.points().selectionProperty().set(PointSelection.where(240, point -> point < 9));
        model.points().isolatedProperty().set(4);
        bench.chooseSmallSettings();
        model.run();
        bench.until(() -> bench.map().orElseThrow().sample().size() == 200);
        assertTrue(model.points().selectionProperty().get().isEmpty());
        assertEquals(4, model.points().isolatedProperty().get());
    }

    @Test
    void pointsBecomeImagesAndStayThemWhileTheyMove() throws InterruptedException {
        bench.untilJudged();
        assertFalse(bench.map().orElseThrow().hasImages());
        model.lookProperty().set(PointLook.IMAGES);
        assertTrue(bench.map().orElseThrow().pictures().map().hasImages());
        bench.chooseSmallSettings();
        model.run();
        bench.until(() -> bench.map().orElseThrow().sample().size() == 200
                && bench.map().orElseThrow().iterations() > 0);
        assertTrue(bench.map().orElseThrow().pictures().map().hasImages());
    }

    @Test
    void aSeriesIsMadeOnceAndAgainOnRequest() throws InterruptedException {
        bench.untilJudged();
        bench.chooseSmallSettings();
        model.showSeries(SeriesKind.PERPLEXITY);
        assertTrue(model.series().runningProperty().get());
        bench.until(() -> !model.series().runningProperty().get());
        List<SeriesPanel> panels = model.series().panelsProperty().get();
        assertEquals(
                List.of(2.0, 5.0, 30.0, 50.0),
                panels.stream().map(panel -> panel.spec().perplexity()).toList());
        assertTrue(panels.stream().allMatch(panel -> panel.result().isPresent()));
        long generation = bench.maps.seriesState().generation();
        model.showSeries(SeriesKind.PERPLEXITY);
        assertEquals(generation, bench.maps.seriesState().generation(), "it is there already");
        model.runSeriesAgain(SeriesKind.PERPLEXITY);
        model.series().cancel();
        assertFalse(model.series().runningProperty().get());
        assertNotSame(panels, model.series().panelsProperty().get());
    }

    @Test
    void theOtherSeriesWaitsAndWhatIsMadeOfEachStays() throws InterruptedException {
        bench.untilJudged();
        bench.chooseSmallSettings();
        model.showSeries(SeriesKind.PERPLEXITY);
        long first = bench.maps.seriesState().generation();
        model.showSeries(SeriesKind.SEED);
        assertEquals(first, bench.maps.seriesState().generation(), "nothing is ended");
        assertTrue(
                model.series().wordsProperty().get().startsWith("Waits: “5 perplexities”"),
                model.series().wordsProperty().get());
        assertEquals(5, model.series().panelsProperty().get().size());
        bench.until(() -> bench.maps.seriesState().generation() == first + 1
                && !bench.maps.seriesState().results().isEmpty());
        model.series().cancel();
        model.showSeries(SeriesKind.PERPLEXITY);
        assertEquals(first + 1, bench.maps.seriesState().generation());
        assertTrue(model.series().panelsProperty().get().stream()
                .allMatch(panel -> panel.result().isPresent()));
        model.showSeries(SeriesKind.SEED);
        assertTrue(model.series().panelsProperty().get().get(0).result().isPresent());
        int kept = (int) model.series().panelsProperty().get().stream()
                .filter(panel -> panel.result().isPresent())
                .count();
        assertEquals(5 - kept, bench.maps.seriesState().requests().size(), "only what is missing");
        bench.until(() -> !model.series().runningProperty().get());
        assertTrue(model.series().panelsProperty().get().stream()
                .allMatch(panel -> panel.result().isPresent()));
    }

    @Test
    void twentyImagesOfOnesOwnAreCostedAndRefusedAsTwenty() throws InterruptedException {
        byte[] labels = new byte[20];
        for (int i = 0; i < 20; i++) {
            labels[i] = (byte) (i % 3);
        }
        ImageSet set = ImageSet.of(12, 9, new byte[20 * 108], labels, List.of("Cup", "Key", "Pen"));
        try (Bench own =
                new Bench(new DataSet("Desk", "made up", DataOrigin.IDX_FOLDER, Map.of("all", "0"), set, set))) {
            own.model.sourceProperty().set(MapSource.PIXELS);
            own.until(() -> !own.model.problemProperty().get().isEmpty());
            assertEquals(EmbeddingPhase.FAILED, own.phase());
            assertEquals(
                    List.of("Cup", "Key", "Pen"), own.model.classNamesProperty().get());
            assertTrue(
                    own.model.costProperty().get().contains(" 1 MB"),
                    own.model.costProperty().get());
        }
    }

    @Test
    void aSeriesTakesNoMorePointsThanTheGroupCanWaitFor() {
        Mapped mapped = new Mapped(bench.show.showcase.offered().get(0), MapSource.PIXELS);
        model.series().start(SeriesKind.SEED, mapped, EmbeddingSpec.standard(4));
        List<SeriesPanel> panels = model.series().panelsProperty().get();
        assertEquals(5, panels.size());
        assertEquals(SeriesModel.MOST_POINTS, panels.get(0).spec().points());
        assertEquals(8, panels.get(4).spec().seed());
        model.series().cancel();
    }

    @Test
    void theTableHasALineForEachPoint() throws InterruptedException {
        bench.untilJudged();
        ShownMap map = bench.map().orElseThrow();
        List<String> lines = MapExports.table(map).orElseThrow().csv().lines().toList();
        assertEquals("index,class,x,y,perplexity,iterations,map_seed,model,epochs,seed,data", lines.get(0));
        assertEquals(241, lines.size());
        assertTrue(lines.get(1).startsWith(map.sample().testIndex(0) + ","), lines.get(1));
    }
}
