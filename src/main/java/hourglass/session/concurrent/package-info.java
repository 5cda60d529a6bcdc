/**
 * The only room that makes threads: named workers that report what escapes them, a cancel token, and the mailbox through
 * which results leave. It may import {@code java.*} only. Start reading at {@link hourglass.session.concurrent.Worker}.
 */
package hourglass.session.concurrent;
