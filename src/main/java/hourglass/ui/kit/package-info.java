/**
 * What every view is made of: the theme and its colours, the frame clock, and the widgets that draw images, curves,
 * bars and the hourglass. May import: core, core.color, core.data, core.metric, core.spec, core.spec.listing, engine.model, session.history, session.look, figures, atlantafx, javafx,
 * org.kordamp.ikonli. Start with {@link hourglass.ui.kit.Appearance}, then {@link hourglass.ui.kit.CanvasPane}.
 */
package hourglass.ui.kit;
