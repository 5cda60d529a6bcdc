/**
 * The space of codes as geometry: quantiles and grids to decode for a manifold picture, paths between two codes,
 * directions from class to class, planes within a code of any size, and how far from real codes a place lies. Pure,
 * deterministic, immutable, safe on any thread; knows no network and no pixels. May import: core.data, core.noise, org.apache.commons.math3. Start reading
 * at {@link hourglass.core.latent.LatentGrid} and {@link hourglass.core.latent.LatentPlane}.
 */
@NullMarked
package hourglass.core.latent;

import org.jspecify.annotations.NullMarked;
