/**
 * Data sets as the program uses them: where they are found, how they are fetched. May import: core, core.data,
 * session.concurrent, session.data.download, org.slf4j. Start reading at {@link hourglass.session.data.DataService}.
 */
package hourglass.session.data;
