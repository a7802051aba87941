package okno.identity.rights.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import okno.identity.rights.RequestCorrection;
import okno.identity.rights.domain.Correction;

/**
 * What is recorded wrongly.
 *
 * @param value as it should be; a date as 2026-12-31
 * @param evidence what proves it, such as a document in the vault
 */
record CorrectionRequest(
        @NotNull Correction.Field field,
        @NotNull @Size(min = 1, max = 100) String value,
        @NotNull @Size(min = 3, max = 2000) String evidence) {

    RequestCorrection.Command command() {
        return new RequestCorrection.Command(new Correction(field, value.strip(), evidence));
    }
}
