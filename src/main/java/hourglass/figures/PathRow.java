package hourglass.figures;

import hourglass.core.data.ImageBlock;

/**
 * One strip of a {@link PathFigure}.
 *
 * @param label at its left, such as "Sneaker → Bag"
 * @param note smaller, below the label; may be empty
 * @param images along the way
 */
public record PathRow(String label, String note, ImageBlock images) {}
