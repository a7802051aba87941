package okno.identity.assurance.domain;

import java.time.LocalDate;
import java.util.UUID;
import okno.identity.person.domain.Passport;
import org.jspecify.annotations.Nullable;

/**
 * Evidence that holds.
 *
 * @param witness who vouches: an officer's account, a verifier, a register, the number of a certificate
 * @param passport what was shown; null: nothing new
 * @param validUntil last day on which it proves anything; null: for good
 * @param token what is used up by it, such as a code's id; null: nothing
 */
public record Proof(
        String witness,
        @Nullable Passport passport,
        @Nullable LocalDate validUntil,
        @Nullable UUID token) {

    /** Never what the passport says. */
    @Override
    public String toString() {
        return "Proof";
    }
}
