package okno.identity.certificate.domain;

import java.util.List;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;

/** Why a certificate is not issued, not taken or not used. */
public final class CertificateRefused extends Problem {

    private CertificateRefused(ProblemKind kind, String code, List<FieldFault> faults) {
        super(kind, code, List.of(), faults);
    }

    /** A certificate says who somebody is, so we must know it (63-FZ, article 13, part 1 and article 18). */
    public static CertificateRefused personNotConfirmed() {
        return new CertificateRefused(ProblemKind.FORBIDDEN, "person_not_confirmed", List.of());
    }

    public static CertificateRefused alreadyIssued() {
        return new CertificateRefused(ProblemKind.CONFLICT, "certificate_exists", List.of());
    }

    /** There is none that could sign: ask for one first. */
    public static CertificateRefused missing() {
        return new CertificateRefused(ProblemKind.CONFLICT, "certificate_required", List.of());
    }

    /** It names another SNILS, or none. */
    public static CertificateRefused notYours() {
        return at("/certificate", "certificate_not_yours");
    }

    public static CertificateRefused inUse() {
        return new CertificateRefused(ProblemKind.CONFLICT, "certificate_in_use", List.of());
    }

    /** For the reason that a check of the certificate gave, such as {@code certificate_expired}. */
    public static CertificateRefused because(String reason) {
        return at("/certificate", "certificate_" + reason);
    }

    /** The signature is not of the challenge, or by another key. */
    public static CertificateRefused proofWrong() {
        return at("/signature", "certificate_proof_wrong");
    }

    public static CertificateRefused challengeExpired() {
        return new CertificateRefused(ProblemKind.CONFLICT, "certificate_challenge_expired", List.of());
    }

    private static CertificateRefused at(String pointer, String code) {
        return new CertificateRefused(ProblemKind.INVALID, code, List.of(FieldFault.at(pointer, code)));
    }
}
