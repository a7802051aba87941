package okno.identity.assurance.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import okno.identity.assurance.domain.Method;

/**
 * How the caller proves who they are.
 *
 * @param code the 8 digits that the one-stop office gave
 */
record ProofRequest(
        @NotNull Method method,
        @NotNull @Pattern(regexp = "\\d{8}") String code) {

    /** Never the code. */
    @Override
    public String toString() {
        return "ProofRequest[" + method + "]";
    }
}
