package okno.identity.verification.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What holds of one signature.
 *
 * @param signer who signed, as the certificate says it; null: there is no certificate
 * @param claimedAt when the signer says to have signed; proves nothing
 * @param provenAt when a trusted timestamp proves that the signature existed; null: nothing proves it, and the
 *     certificate is judged as of now
 */
public record SignatureReport(
        SignatureForm form,
        @Nullable Signer signer,
        @Nullable Instant claimedAt,
        @Nullable Instant provenAt,
        List<Check> checks) {

    public SignatureReport {
        checks = List.copyOf(checks);
    }

    /** Of the certificate: distinguished names by RFC 4514, serial number in hex. */
    public record Signer(String subject, String issuer, String serialNumber, Instant notBefore, Instant notAfter) {}

    public Verdict verdict() {
        return Verdict.of(checks);
    }
}
