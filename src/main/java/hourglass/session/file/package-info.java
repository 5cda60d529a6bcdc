/**
 * The session file: which networks there are, what each view shows of which and how it is set, where the evening stands;
 * no images. Records that are written as they are, a small one for each view, and the service that saves and opens them.
 * Knows nothing of a window. May import: core.spec, engine.model, engine.store, session.concurrent, session.lesson,
 * session.look. Start reading at {@link hourglass.session.file.Session}.
 */
@NullMarked
package hourglass.session.file;

import org.jspecify.annotations.NullMarked;
