package okno.webhook.endpoint;

import java.time.Instant;
import java.util.UUID;
import okno.platform.core.Caller;
import okno.platform.core.Port;

/**
 * Gives an endpoint the events that it missed. A port, because deliveries know endpoints and not the other way round.
 */
@Port
public interface Recovery {

    /** Makes every event since then that the endpoint did not take due for it; how many. Joins the transaction. */
    int recover(Caller caller, UUID endpointId, Instant from);
}
