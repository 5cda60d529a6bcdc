/**
 * What can be asked for: one immutable, validated {@link hourglass.core.spec.Experiment} says everything that decides
 * a training run. May import: nothing.
 */
package hourglass.core.spec;
