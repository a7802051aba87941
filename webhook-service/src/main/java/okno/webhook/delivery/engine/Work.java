package okno.webhook.delivery.engine;

import java.util.List;
import okno.platform.core.Port;
import okno.webhook.delivery.persistence.PendingDeliveries.Wish;

/** What the engine has others do for it, without waiting: a port, so that its rules can be tested without time or network. */
@Port
interface Work {

    /** Sends a message; the answer comes to {@link Lines#finished}. */
    void send(Flight flight);

    /** Reads the next rows; the answer comes to {@link Lines#loaded} or {@link Lines#loadFailed}. */
    void load(List<Wish> wishes);

    /** Writes a result down; the answer comes to {@link Lines#recorded}. */
    void record(Settled settled);
}
