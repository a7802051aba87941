package okno.webhook.delivery.engine;

import okno.webhook.egress.SendResult;

/** An attempt and what came of it. */
record Finished(Flight flight, SendResult result) {}
