package hourglass.ui.scatter;

/** What dragging with the primary button does. */
public enum SelectionMode {
    /** Moves the plane; with Shift it selects by a box. */
    PAN,
    /** Selects what lies in a rectangle. */
    BOX,
    /** Selects what lies inside a line drawn around it. */
    LASSO
}
