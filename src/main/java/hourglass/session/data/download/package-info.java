/**
 * Fetches the files of official data sets from their mirrors, in the background and without trusting anybody: a file
 * appears under its name only if its length and SHA-256 are the expected ones.
 *
 * <p>May import {@code java.*} (with {@code java.net.http}), {@code core.data} for hashes and
 * {@code session.concurrent}; knows nothing of images. Starts no thread of its own:
 * {@link hourglass.session.data.download.Downloader} works on the thread that calls it, and only the daemon threads of
 * {@link java.net.http.HttpClient} carry the bytes. Start reading at {@code Downloader}, then {@code Transfer} (one try for
 * one file).
 */
package hourglass.session.data.download;
