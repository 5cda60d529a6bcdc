/**
 * The evening without a face: its steps as they stand in files, what each of them measures, the votes and the place where
 * the room is. Headless, for window and command line alike. May import: core.*, engine.model, engine.store, engine.train,
 * session.ask, session.concurrent, session.map, session.measure, org.slf4j. Start reading at {@link
 * hourglass.session.lesson.LessonStep}, then {@link hourglass.session.lesson.Trial} and {@link
 * hourglass.session.lesson.LessonPlay}.
 */
@NullMarked
package hourglass.session.lesson;

import org.jspecify.annotations.NullMarked;
