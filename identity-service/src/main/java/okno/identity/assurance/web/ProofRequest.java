package okno.identity.assurance.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import okno.identity.assurance.domain.Evidence;
import okno.identity.assurance.domain.Method;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How the caller proves who they are.
 *
 * @param code for {@code MFC_CODE}: the 8 digits that the one-stop office gave
 * @param passport for {@code REGISTERS}: the passport; the one of the profile when it is left out
 */
record ProofRequest(
        @NotNull Method method,
        @Nullable @Pattern(regexp = "\\d{8}") String code,
        @Nullable @Valid ShownPassport passport) {

    Evidence.Digits digits() {
        if (code == null) {
            throw Problem.invalid("/code", "required");
        }
        return new Evidence.Digits(code);
    }

    Evidence.TypedPassport typedPassport() {
        return new Evidence.TypedPassport(passport == null ? null : passport.toPassport());
    }

    /** Never what was handed in. */
    @Override
    public String toString() {
        return "ProofRequest[" + method + "]";
    }
}
