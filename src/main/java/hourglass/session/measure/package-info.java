/**
 * What is measured of networks and of what they are held against: errors image by image, errors under noise, PCA's
 * baseline, the figures of a finished network. For window and command line alike: each measure can be taken in
 * portions, between which a hand is answered, or in one go. Every result carries the {@link
 * hourglass.session.measure.Provenance} that says of which data and which network it is. May import: core.*,
 * engine.model, engine.train, session.ask, session.concurrent. Start reading at {@link
 * hourglass.session.measure.ImageErrors}.
 */
@NullMarked
package hourglass.session.measure;

import org.jspecify.annotations.NullMarked;
