/**
 * The views as they were drawn before they were built: the real shell and widgets around stand-in content. Run
 * {@link hourglass.ui.sketch.SketchMain} for pictures and {@link hourglass.ui.sketch.SketchWindow} to try the widgets by
 * hand.
 */
package hourglass.ui.sketch;
