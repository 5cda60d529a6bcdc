/**
 * What is kept of a training although nobody saved it. It may import {@code core}, {@code engine}, {@code
 * session.concurrent} and {@code session.training}. Start reading at {@link
 * hourglass.session.recovery.AutosaveService}.
 */
package hourglass.session.recovery;
