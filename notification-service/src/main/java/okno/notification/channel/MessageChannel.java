package okno.notification.channel;

import okno.notification.Channel;
import okno.platform.core.Port;

/** Hands one message to a provider. Never called in a transaction; it may be called again with the same message id. */
@Port
public interface MessageChannel {

    Channel channel();

    /** What became of it; a failure is an outcome, not an exception. */
    SendOutcome send(OutgoingMessage message);
}
