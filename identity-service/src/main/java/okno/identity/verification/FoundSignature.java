package okno.identity.verification;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import okno.identity.verification.domain.Check;
import okno.identity.verification.domain.SignatureForm;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;

/**
 * A signature taken out of its file, its value checked, its certificate not yet.
 *
 * @param signer the certificate whose key was used; null: it did not come along
 * @param bundled all certificates that came along
 */
record FoundSignature(
        SignatureForm form,
        Check integrity,
        @Nullable X509Certificate signer,
        List<X509Certificate> bundled,
        @Nullable Instant claimedAt,
        List<Stamp> stamps) {

    /** A timestamp over the signature value; {@code fits}: it is over this one. */
    record Stamp(TimeStampToken token, boolean fits) {}
}
