package okno.auditverifier;

import com.nimbusds.jose.jwk.JWKSet;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import okno.auditverifier.Finding.Kind;

/** Sorts the heads that can be relied on by size, and names the others. */
final class HeadCheck {

    private final JWKSet keys;
    private final NavigableMap<Long, SignedHead> good;
    private final List<Finding> findings;

    HeadCheck(JWKSet keys, NavigableMap<Long, SignedHead> good, List<Finding> findings) {
        this.keys = keys;
        this.good = good;
        this.findings = findings;
    }

    void run(List<KeptHead> kept, List<String> outside) {
        Instant last = Instant.MIN;
        for (KeptHead head : kept) {
            String name = "the head of size " + head.size();
            try {
                SignedHead signed = SignedHead.verified(head.statement(), keys);
                if (signed.size() != head.size()
                        || !signed.root().equals(head.root())
                        || !signed.signedAt().equals(head.signedAt())) {
                    find(Kind.HEAD_FORGED, name + " says something else than its signature");
                }
                if (signed.signedAt().isBefore(last)) {
                    find(Kind.HEAD_FORGED, name + " was signed before a smaller one");
                }
                last = signed.signedAt();
                add(signed);
            } catch (SignedHead.Forged forged) {
                find(Kind.HEAD_FORGED, name + ": " + forged.getMessage());
            }
        }
        for (String statement : outside) {
            try {
                add(SignedHead.verified(statement, keys));
            } catch (SignedHead.Forged forged) {
                find(Kind.HEAD_FORGED, "a head kept elsewhere: " + forged.getMessage());
            }
        }
    }

    private void add(SignedHead head) {
        SignedHead other = good.putIfAbsent(head.size(), head);
        if (other != null && !other.root().equals(head.root())) {
            find(
                    Kind.SPLIT_VIEW,
                    "two signed heads of size %d: root %s and root %s"
                            .formatted(head.size(), other.root(), head.root()));
        }
    }

    private void find(Kind kind, String text) {
        findings.add(new Finding(kind, text));
    }
}
