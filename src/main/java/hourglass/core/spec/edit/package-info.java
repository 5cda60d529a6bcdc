/**
 * Edits of an {@link hourglass.core.spec.Experiment}, as the editor of the window and the options of the command line make
 * them: a layer more on both sides, another family, another size of images, code, activation, loss. Pure; an edit that
 * cannot be throws {@link hourglass.core.spec.InvalidSpecException} with a sentence. May import: core.spec.
 * Start reading at {@link hourglass.core.spec.edit.NetworkEdit} and
 * {@link hourglass.core.spec.edit.HourglassShape}.
 */
@NullMarked
package hourglass.core.spec.edit;

import org.jspecify.annotations.NullMarked;
