/**
 * Floor 1: heavy libraries behind small interfaces. May import: nothing.
 */
package hourglass.engine;
