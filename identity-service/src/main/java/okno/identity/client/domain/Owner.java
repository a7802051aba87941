package okno.identity.client.domain;

import java.util.UUID;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;

/**
 * Whose clients a caller may see and change.
 *
 * @param orgId the company acted for; null: an administrator, who sees all
 */
public record Owner(@Nullable UUID orgId) {

    /** What an employee needs in the acting token. */
    public static final String PERMISSION = "clients.manage";

    /** @throws Problem "forbidden" for a person without a company, "permission_missing" for one without the right */
    public static Owner of(Caller caller) {
        if (caller.acting() != null) {
            caller.requirePermission(PERMISSION);
            return new Owner(caller.acting().orgId());
        }
        if (caller.has("admin")) {
            return new Owner(null);
        }
        throw new Problem(ProblemKind.FORBIDDEN, "client_owner_required");
    }

    public boolean isAdministrator() {
        return orgId == null;
    }
}
