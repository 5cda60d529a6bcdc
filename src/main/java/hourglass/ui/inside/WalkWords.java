package hourglass.ui.inside;

import hourglass.core.color.Token;
import hourglass.session.measure.WalkStage;
import hourglass.ui.inside.InsideModel.Inside;
import hourglass.ui.inside.WalkPlaces.Column;
import hourglass.ui.inside.WalkPlaces.Margins;
import hourglass.ui.inside.WalkPlaces.Place;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.Fonts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Writes above and below the pictures of a walk what they are, in the fullest wording for which there is room. */
record WalkWords(Brush brush, Inside now, WalkPlaces places) {
    /** No column is narrower than the shortest of its words. */
    static Margins margins(Inside now, double em) {
        List<Double> least = new ArrayList<>();
        for (int i = 0; i < now.stages().size(); i++) {
            WalkStage stage = now.stages().get(i);
            double title = shortest(Words.title(now, i), Fonts.strongWords(em));
            double detail = shortest(Words.detail(stage), Fonts.words(em));
            double foot = shortest(Words.foot(now, stage), Fonts.words(em));
            least.add(Math.max(title, Math.max(detail, foot)));
        }
        return new Margins(3.4 * em, 2.2 * em, least);
    }

    private static double shortest(List<String> wordings, Font font) {
        return wordings.isEmpty() ? 0 : Math.ceil(Fonts.width(wordings.get(wordings.size() - 1), font)) + 8;
    }

    /** Of one stage, or of the picture of it that is enlarged. */
    void paint(int place, Optional<Place> enlarged) {
        double em = brush.em();
        Column column = places.columns().get(place);
        WalkStage stage = now.stages().get(place);
        double centre = column.x() + column.width() / 2;
        double most = enlarged.isPresent() ? brush.width() : room(place);
        double above = column.line().upper();
        brush.g().setFill(brush.color(stage.isCode() ? Token.ACCENT : Token.INK));
        line(Words.title(now, place), centre, above - 2.5 * em, most, Fonts.strongWords(em));
        brush.g().setFill(brush.color(Token.INK_FAINT));
        List<String> detail = enlarged.isPresent() ? List.of(Words.enlarged(now, enlarged.get())) : Words.detail(stage);
        line(detail, centre, above - 1.1 * em, most, Fonts.words(em));
        if (enlarged.isEmpty()) {
            brush.g().setFill(brush.color(Token.INK_SOFT));
            double below = column.line().lower();
            line(Words.foot(now, stage), centre, below + 1.2 * em, most, Fonts.words(em));
        }
    }

    /** For words above a column: half way to its neighbours, or to the edge. */
    private double room(int place) {
        Column own = places.columns().get(place);
        double centre = own.x() + own.width() / 2;
        double room = 2 * Math.min(centre, brush.width() - centre);
        for (int beside : new int[] {place - 1, place + 1}) {
            if (beside >= 0
                    && beside < places.columns().size()
                    && places.columns().get(beside).line().equals(own.line())) {
                Column other = places.columns().get(beside);
                double gap = Math.abs(other.x() + other.width() / 2 - centre) - other.width() / 2 - own.width() / 2;
                room = Math.min(room, own.width() + gap - 6);
            }
        }
        return room;
    }

    /** The fullest of the wordings that fits. */
    private void line(List<String> wordings, double centre, double y, double most, Font font) {
        for (int i = 0; i < wordings.size(); i++) {
            boolean last = i == wordings.size() - 1;
            if (last || Fonts.width(wordings.get(i), font) <= most) {
                brush.g().setFont(font);
                brush.g().setTextAlign(TextAlignment.CENTER);
                brush.g().setTextBaseline(VPos.CENTER);
                brush.g().fillText(wordings.get(i), centre, y, Math.max(20, most));
                return;
            }
        }
    }
}
