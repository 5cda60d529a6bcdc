package hourglass.ui.scatter;

import hourglass.core.Identity;
import hourglass.core.color.ClassForm;
import hourglass.core.color.Token;
import hourglass.ui.kit.ThemeColors;
import java.util.Objects;
import java.util.function.IntPredicate;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** The points painted into a picture of their own, kept until something about them changes. */
final class PointLayer {
    /** Told apart by colour and form; further classes begin again. */
    private static final int CLASSES = ClassForm.CLASSES;

    private static final double FAINT = 0.16;

    /** Everything the picture depends on. */
    record Scene(
            ScatterPoints points,
            Viewport view,
            int isolated,
            PointSelection selection,
            PointLook look,
            ThemeColors colors,
            double pixelScale) {
        boolean same(@Nullable Scene other) {
            return other != null
                    && points == other.points
                    && view.equals(other.view)
                    && isolated == other.isolated
                    && selection == other.selection
                    && look == other.look
                    && Identity.same(colors, other.colors)
                    && pixelScale == other.pixelScale;
        }
    }

    private @Nullable Scene painted;
    private @Nullable Raster raster;
    private DotSprites[] plain = new DotSprites[0];
    private DotSprites[] faint = new DotSprites[0];
    private DotSprites[] chosen = new DotSprites[0];
    private @Nullable ThemeColors spriteColors;
    private double spriteRadius;
    private @Nullable TileGreys tileGreys;

    /** The picture, {@code pixelScale} times as large as the viewport. */
    Image picture(Scene scene) {
        int width = (int) Math.ceil(scene.view().width() * scene.pixelScale());
        int height = (int) Math.ceil(scene.view().height() * scene.pixelScale());
        Raster target = raster;
        if (target == null || target.width != width || target.height != height) {
            target = new Raster(width, height);
            raster = target;
            painted = null;
        }
        if (!scene.same(painted)) {
            painted = scene;
            target.clear();
            paint(scene, target);
        }
        return target.finished();
    }

    private void paint(Scene scene, Raster target) {
        if (scene.look() == PointLook.IMAGES && scene.points().hasImages()) {
            paintImages(scene, target);
        } else {
            paintDots(scene, target);
        }
    }

    private void paintDots(Scene scene, Raster target) {
        prepare(scene);
        if (scene.isolated() >= 0) {
            pass(scene, target, faint, point -> scene.points().classOf(point) != scene.isolated());
        }
        pass(
                scene,
                target,
                plain,
                point -> isLoud(scene, point) && !scene.selection().contains(point));
        if (!scene.selection().isEmpty()) {
            pass(
                    scene,
                    target,
                    chosen,
                    point -> isLoud(scene, point) && scene.selection().contains(point));
        }
    }

    private static boolean isLoud(Scene scene, int point) {
        return scene.isolated() < 0 || scene.points().classOf(point) == scene.isolated();
    }

    private static void pass(Scene scene, Raster target, DotSprites[] sprites, IntPredicate wish) {
        ScatterPoints points = scene.points();
        Viewport view = scene.view();
        for (int place = 0; place < points.size(); place++) {
            int point = points.drawn(place);
            if (wish.test(point) && points.isFinite(point)) {
                sprites[Math.floorMod(points.classOf(point), CLASSES)].draw(
                        target,
                        view.screenX(points.x(point)) * scene.pixelScale(),
                        view.screenY(points.y(point)) * scene.pixelScale());
            }
        }
    }

    private void prepare(Scene scene) {
        double radius = PointLook.radius(scene.points().size(), scene.view()) * scene.pixelScale();
        if (Objects.equals(spriteColors, scene.colors()) && radius == spriteRadius) {
            return;
        }
        spriteColors = scene.colors();
        spriteRadius = radius;
        Color ground = scene.colors().of(Token.SURFACE);
        Color ink = scene.colors().of(Token.INK);
        double rim = 0.7 * scene.pixelScale();
        plain = new DotSprites[CLASSES];
        faint = new DotSprites[CLASSES];
        chosen = new DotSprites[CLASSES];
        for (int i = 0; i < CLASSES; i++) {
            ClassForm form = ClassForm.of(i);
            Color color = scene.colors().ofClass(i);
            plain[i] = new DotSprites(form, radius, rim, color, color.interpolate(Color.BLACK, 0.45));
            Color pale = ground.interpolate(color, FAINT);
            faint[i] = new DotSprites(form, radius, 0, pale, pale);
            chosen[i] = new DotSprites(form, radius + 1.6 * scene.pixelScale(), 1.4 * scene.pixelScale(), color, ink);
        }
    }

    private void paintImages(Scene scene, Raster target) {
        ScatterPoints points = scene.points();
        Viewport view = scene.view();
        int side = (int) Math.max(4, Math.round(PointLook.imageSide(points, view) * scene.pixelScale()));
        TileGreys greys = tileGreys;
        if (greys == null || !greys.isOf(points.images(), side)) {
            greys = new TileGreys(points.images(), side);
            tileGreys = greys;
        }
        ImageSprites sprites = new ImageSprites(greys, scene.colors());
        for (ImageSprites.Voice voice : ImageSprites.Voice.values()) {
            for (int place = 0; place < points.size(); place++) {
                int point = points.drawn(place);
                if (voice(scene, point) == voice && points.isFinite(point)) {
                    double x = view.screenX(points.x(point)) * scene.pixelScale();
                    double y = view.screenY(points.y(point)) * scene.pixelScale();
                    sprites.draw(target, point, points.classOf(point), voice, x, y);
                }
            }
        }
    }

    private static ImageSprites.Voice voice(Scene scene, int point) {
        boolean chosen = scene.selection().isEmpty() || scene.selection().contains(point);
        return isLoud(scene, point) && chosen ? ImageSprites.Voice.PLAIN : ImageSprites.Voice.FAINT;
    }
}
