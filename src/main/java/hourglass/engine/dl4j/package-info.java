/**
 * The only room that imports Deeplearning4j and ND4J. Networks are ordinary {@code MultiLayerNetwork}s; where the
 * stock layers, losses or updaters are slow, ours stand in through DL4J's extension points, each with a test that
 * holds it against the stock one. May import: core, core.noise, core.spec, engine, engine.heap, engine.model, org.bytedeco,
 * org.deeplearning4j, org.nd4j. Start reading at {@link hourglass.engine.dl4j.Dl4jNetworks}, then {@code Networks},
 * then {@code LayerKernel}.
 */
package hourglass.engine.dl4j;
