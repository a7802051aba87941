package okno.identity.client.web;

import java.util.List;
import okno.identity.client.ClientPlan;

/** Quotas of all clients that work, ordered by client id. */
record ClientPlansResponse(List<ClientPlan> items) {}
