/** Floor 1: heavy libraries behind small interfaces. Imports {@code core} only. */
package hourglass.engine;
