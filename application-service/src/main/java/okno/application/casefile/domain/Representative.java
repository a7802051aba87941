package okno.application.casefile.domain;

import java.util.UUID;
import okno.platform.core.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Who acted for the applicant, and under which power of attorney (Civil Code art. 182, 185).
 *
 * @param personId null: their account has ended, and nothing makes the portal name them any more
 */
public record Representative(@Nullable String personId, UUID powerOfAttorneyId) {

    /** Null when the caller acts for themselves or for a company. */
    public static @Nullable Representative of(Caller caller) {
        Caller.Principal principal = caller.principal();
        return principal == null ? null : new Representative(caller.id(), principal.powerOfAttorneyId());
    }
}
