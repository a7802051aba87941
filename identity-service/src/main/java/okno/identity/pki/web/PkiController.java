package okno.identity.pki.web;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import okno.identity.pki.CertificateAuthority;
import okno.identity.pki.PlatformKeys;
import okno.identity.pki.RevocationList;
import okno.identity.pki.TimestampAuthority;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The certificate authority for everybody: media types and forms by RFC 2585 and RFC 3161. */
@RestController
@RequestMapping(CertificateAuthority.PATH)
@PreAuthorize("denyAll()")
class PkiController {

    /** A request holds a hash, a nonce and three flags. */
    private static final int REQUEST_LIMIT = 1024;

    private final PlatformKeys keys;
    private final RevocationList revocations;
    private final TimestampAuthority timestamps;

    PkiController(PlatformKeys keys, RevocationList revocations, TimestampAuthority timestamps) {
        this.keys = keys;
        this.revocations = revocations;
        this.timestamps = timestamps;
    }

    @GetMapping(path = "/ca.crt", produces = "application/pkix-cert")
    @PreAuthorize("permitAll()")
    byte[] authority() {
        return encoded(keys.caCertificate());
    }

    @GetMapping(path = "/tsa.crt", produces = "application/pkix-cert")
    @PreAuthorize("permitAll()")
    byte[] timestampAuthority() {
        return encoded(keys.tsaCertificate());
    }

    @GetMapping(path = "/ca.crl", produces = "application/pkix-crl")
    @PreAuthorize("permitAll()")
    byte[] revocationList() {
        return revocations.published();
    }

    @PostMapping(
            path = "/timestamps",
            consumes = "application/timestamp-query",
            produces = "application/timestamp-reply")
    @PreAuthorize("permitAll()")
    byte[] timestamp(@RequestBody byte[] request) {
        if (request.length > REQUEST_LIMIT) {
            throw new Problem(ProblemKind.TOO_LARGE, "too_large");
        }
        return timestamps.respond(request);
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
