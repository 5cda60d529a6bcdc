/**
 * Where pictures come from: labelled grey image sets, the IDX format, the official sets by their hashes, folders of
 * somebody's own IDX files, and Sketchwear, which is drawn here and needs no network. May import: core.data.sketch.
 * Start reading at {@link hourglass.core.data.DataSet}, then {@link hourglass.core.data.IdxReader}.
 */
@NullMarked
package hourglass.core.data;

import org.jspecify.annotations.NullMarked;
