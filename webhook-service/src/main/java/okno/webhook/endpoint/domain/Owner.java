package okno.webhook.endpoint.domain;

import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;

/**
 * Whose an endpoint is, and whose events it may hear.
 *
 * @param key {@code client:<client id>}, {@code org:<organisation id>}, or {@code agency:<code>} for the agency's engineers
 * @param audience {@code agency:<code>} or {@code org:<organisation id>}
 */
public record Owner(String key, String audience) {

    public static final String PERMISSION = "webhooks.manage";

    /** Authority of an agency's engineer, who looks after all endpoints that hear of the agency's applications. */
    public static final String ENGINEER = "integrator";

    /**
     * The organisation acted for, the agency of an engineer, or the client itself, which hears of the agency in its token.
     * What is shown to a caller is what has this key as its owner or as its audience: a client's key is no audience, so a
     * client sees its own endpoints only.
     */
    public static Owner of(Caller caller) {
        if (caller.acting() != null) {
            caller.requirePermission(PERMISSION);
            String key = "org:" + caller.acting().orgId();
            return new Owner(key, key);
        }
        if (caller.has(ENGINEER) && caller.agency() != null) {
            return new Owner(agency(caller.agency()), agency(caller.agency()));
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
