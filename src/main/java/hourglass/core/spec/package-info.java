/**
 * What can be asked for: one immutable, validated {@link hourglass.core.spec.Experiment} says everything that decides a
 * training run. It imports {@code java.*} only.
 */
package hourglass.core.spec;
