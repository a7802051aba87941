package okno.webhook.endpoint.domain;

import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;

/**
 * Whose an endpoint is, and whose events it may hear.
 *
 * @param key {@code client:<client id>} or {@code org:<organisation id>}
 * @param audience {@code agency:<code>} or {@code org:<organisation id>}
 */
public record Owner(String key, String audience) {

    public static final String PERMISSION = "webhooks.manage";

    /** The organisation acted for, or the client itself; a client hears the events of the agency in its token. */
    public static Owner of(Caller caller) {
        if (caller.acting() != null) {
            caller.requirePermission(PERMISSION);
            String key = "org:" + caller.acting().orgId();
            return new Owner(key, key);
        }
        if (caller.kind() != Caller.Kind.CLIENT) {
            throw new Problem(ProblemKind.FORBIDDEN, "organisation_required");
        }
        if (caller.agency() == null) {
            throw new Problem(ProblemKind.FORBIDDEN, "agency_required");
        }
        return new Owner("client:" + caller.id(), agency(caller.agency()));
    }

    /** The audience of an agency. */
    public static String agency(String code) {
        return "agency:" + code;
    }
}
