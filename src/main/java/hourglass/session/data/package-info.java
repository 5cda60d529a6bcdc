/**
 * Data sets as the program uses them: where they are found, how they are fetched. It may
 * import {@code core} and {@code session.concurrent}. Start reading at {@link hourglass.session.data.DataService}.
 */
package hourglass.session.data;
