package hourglass.ui.map;

import hourglass.ui.kit.Messages;
import hourglass.ui.scatter.ScatterPoints;
import java.util.Optional;

/** The flat pictures of the same points. */
enum Picture {
    MAP,
    PCA,
    CODE;

    /** On its button. */
    String words() {
        return switch (this) {
            case MAP -> Messages.text("map.picture.map");
            case PCA -> Messages.text("map.picture.pca");
            case CODE -> Messages.text("map.picture.code");
        };
    }

    /** Above it where it is small. */
    String title() {
        return switch (this) {
            case MAP -> Messages.text("map.picture.map.title");
            case PCA -> Messages.text("map.picture.pca.title");
            case CODE -> Messages.text("map.picture.code.title");
        };
    }

    /** The points of it; the principal components where a code has more than two numbers. */
    ScatterPoints of(ShownMap map) {
        return switch (this) {
            case MAP -> map.pictures().map();
            case PCA -> map.pictures().pca();
            case CODE -> map.pictures().code().orElse(map.pictures().pca());
        };
    }

    /** What stands small beside this one. */
    Picture companion(Optional<ShownMap> map) {
        boolean flat = map.filter(all -> all.pictures().code().isPresent()).isPresent();
        return this != MAP ? MAP : flat ? CODE : PCA;
    }
}
