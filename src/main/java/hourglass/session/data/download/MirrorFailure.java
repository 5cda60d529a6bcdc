package hourglass.session.data.download;

/** What one mirror did wrong, as the end of a sentence that begins with the mirror's name. */
final class MirrorFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** Whether it makes sense to ask the same mirror again. */
    enum Verdict {
        /** Trouble that may pass, such as a broken connection. */
        PASSING,
        /** An answer that will be the same next time, such as a wrong file. */
        FINAL
    }

    private final Verdict verdict;

    MirrorFailure(Verdict verdict, String whatItDid) {
        super(whatItDid);
        this.verdict = verdict;
    }

    MirrorFailure(Verdict verdict, String whatItDid, Throwable cause) {
        super(whatItDid, cause);
        this.verdict = verdict;
    }

    boolean mayPass() {
        return verdict == Verdict.PASSING;
    }

    /** The description alone; an exception's message is nullable, this is not. */
    String whatItDid() {
        return String.valueOf(getMessage());
    }
}
