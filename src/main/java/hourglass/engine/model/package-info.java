/**
 * What the rest of the program may know of a network: its evaluation, its training step, its weights as plain numbers.
 * May import: core, core.spec. Start reading at {@link hourglass.engine.model.Network} and {@link
 * hourglass.engine.model.ModelSnapshot}.
 */
package hourglass.engine.model;
