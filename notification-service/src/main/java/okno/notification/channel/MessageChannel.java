package okno.notification.channel;

import okno.notification.Channel;
import okno.platform.core.Port;

/** Hands one message to one provider. Never called in a transaction. */
@Port
public interface MessageChannel {

    /** What metrics, rows and receipts call this provider; unique among all. */
    String name();

    Channel channel();

    /**
     * True when a message that was handed over twice under one id reaches the person once, or shows as one. Where it is
     * false, nothing is repeated after an outcome that nobody knows.
     */
    boolean knowsRepeats();

    /** What became of it; a failure is an outcome, not an exception. */
    SendOutcome send(OutgoingMessage message);
}
