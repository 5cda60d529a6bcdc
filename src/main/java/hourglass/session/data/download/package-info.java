/**
 * Fetches the files of official data sets from their mirrors, in the background and without trusting anybody: a file
 * appears under its name only if its length and SHA-256 are the expected ones.
 *
 * <p>Knows nothing of images. Starts no thread of its own: {@link hourglass.session.data.download.Downloader} works on
 * the thread that calls it, and only the daemon threads of {@link java.net.http.HttpClient} carry the bytes. May
 * import: core.data, session.concurrent. Start reading at {@code Downloader}, then {@code Transfer} (one try for one
 * file).
 */
package hourglass.session.data.download;
