/**
 * The evening at the foot of the window: question, vote, run, what was measured, one sentence. Its model turns keys and
 * clicks into commands of {@link hourglass.session.lesson.LessonPlay} and puts what becomes of them in words. May import:
 * core.*, session.file, session.lesson, figures, ui.kit, javafx. Start reading at {@link hourglass.ui.lesson.LessonModel}.
 */
@NullMarked
package hourglass.ui.lesson;

import org.jspecify.annotations.NullMarked;
