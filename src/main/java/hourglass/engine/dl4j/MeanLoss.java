package hourglass.engine.dl4j;

/** An output layer that knows the loss of the batch it saw last, without what other layers add to the score. */
interface MeanLoss {
    /** Mean per pixel. */
    double meanLoss();
}
