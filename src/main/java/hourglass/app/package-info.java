/**
 * Where the program starts and is put together by hand. Start reading at {@link hourglass.app.Launcher}, then {@code
 * Wiring}.
 */
package hourglass.app;
