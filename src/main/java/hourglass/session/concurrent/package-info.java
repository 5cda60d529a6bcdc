/**
 * The only room that makes threads: named workers that report what escapes them, a cancel token, and the mailbox
 * through which results leave. May import: core. Start reading at {@link hourglass.session.concurrent.Worker}.
 */
package hourglass.session.concurrent;
