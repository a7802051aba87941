package okno.identity.assurance.web;

import java.time.Instant;
import java.util.UUID;
import okno.identity.assurance.IssueMfcCode;

/**
 * What the officer hands to the visitor.
 *
 * @param code 8 digits, shown this once
 */
record MfcConfirmationResponse(UUID id, String code, Instant expiresAt) {

    static MfcConfirmationResponse from(IssueMfcCode.Issued issued) {
        return new MfcConfirmationResponse(
                issued.code().id(), issued.digits(), issued.code().expiresAt());
    }

    /** Never the code. */
    @Override
    public String toString() {
        return "MfcConfirmationResponse[" + id + "]";
    }
}
