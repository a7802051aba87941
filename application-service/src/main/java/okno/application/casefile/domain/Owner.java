package okno.application.casefile.domain;

import java.util.Set;
import java.util.UUID;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Whose application it is.
 *
 * @param personId the person who began it
 * @param orgId the organisation it belongs to; null: the person's own
 * @param services codes of the services in which a representative stands for the owner; null: no limit
 */
public record Owner(
        String personId, @Nullable UUID orgId, @Nullable Set<String> services) {

    public Owner(String personId, @Nullable UUID orgId) {
        this(personId, orgId, null);
    }

    /** The owner that a caller stands for: the organisation or the principal acted for, else the person. */
    public static Owner of(Caller caller) {
        Caller.Principal principal = caller.principal();
        return new Owner(caller.onBehalfOf(), caller.orgId(), principal == null ? null : principal.services());
    }

    /**
     * The owner whose applications a caller may read.
     *
     * @throws Problem {@code permission_missing} when they act for a company that lets them neither see nor submit
     */
    public static Owner readBy(Caller caller) {
        Caller.Acting acting = caller.acting();
        if (acting != null && !acting.permissions().contains("applications.submit")) {
            caller.requirePermission("applications.view");
        }
        return of(caller);
    }

    /** The owner of whose rows {@link #key} is known, and a person of theirs. */
    public static Owner ofKey(String key, String personId) {
        return new Owner(personId, key.startsWith("org:") ? UUID.fromString(key.substring(4)) : null);
    }

    /** The word that rows are looked up by: {@code org:<id>} or {@code person:<id>}. */
    public String key() {
        return orgId == null ? "person:" + personId : "org:" + orgId;
    }
}
