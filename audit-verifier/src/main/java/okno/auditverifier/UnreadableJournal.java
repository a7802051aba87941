package okno.auditverifier;

/** The journal could not be read, so nothing is known about it. */
final class UnreadableJournal extends RuntimeException {
    UnreadableJournal(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
