package okno.identity.signature.domain;

import java.util.List;
import java.util.Map;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;

/** Why a signature is not formed. */
public final class SignatureRefused extends Problem {

    private SignatureRefused(ProblemKind kind, String code, List<Object> args, Map<String, Object> extensions) {
        super(kind, code, args, pointers(code));
        extensions.forEach(this::with);
    }

    /** The password of the key is wrong; it costs a try as a wrong code does. */
    public static SignatureRefused keyPasswordWrong(int attemptsLeft) {
        return new SignatureRefused(
                ProblemKind.INVALID, "key_password_wrong", List.of(attemptsLeft), Map.of("attemptsLeft", attemptsLeft));
    }

    public static SignatureRefused keyPasswordRequired() {
        return new SignatureRefused(ProblemKind.INVALID, "key_password_required", List.of(), Map.of());
    }

    /** A signature inside a PDF needs the PDF. */
    public static SignatureRefused documentRequired() {
        return new SignatureRefused(ProblemKind.INVALID, "signature_document_required", List.of(), Map.of());
    }

    /** The document handed in is not the one whose SHA-256 was named. */
    public static SignatureRefused documentDiffers() {
        return new SignatureRefused(ProblemKind.INVALID, "signature_document_differs", List.of(), Map.of());
    }

    /** No signature can be put into it: it is no PDF, is encrypted, or forbids it. */
    public static SignatureRefused documentUnsuitable() {
        return new SignatureRefused(ProblemKind.INVALID, "signature_document_unsuitable", List.of(), Map.of());
    }

    /** This kind is confirmed in another way. */
    public static SignatureRefused otherKind() {
        return new SignatureRefused(ProblemKind.CONFLICT, "signature_of_other_kind", List.of(), Map.of());
    }

    /** A signature made outside does not hold, for these reasons. */
    public static SignatureRefused notValid(List<String> reasons) {
        return new SignatureRefused(ProblemKind.INVALID, "signature_not_valid", List.of(), Map.of("reasons", reasons));
    }

    /** The person changed the phone and has not yet proved to hold the new one. */
    public static SignatureRefused phoneNotConfirmed() {
        return new SignatureRefused(ProblemKind.CONFLICT, "phone_not_confirmed", List.of(), Map.of());
    }

    public static SignatureRefused codeWrong(int attemptsLeft) {
        return new SignatureRefused(
                ProblemKind.INVALID, "code_wrong", List.of(attemptsLeft), Map.of("attemptsLeft", attemptsLeft));
    }

    public static SignatureRefused expired() {
        return new SignatureRefused(ProblemKind.CONFLICT, "signature_expired", List.of(), Map.of());
    }

    public static SignatureRefused alreadyConfirmed() {
        return new SignatureRefused(ProblemKind.CONFLICT, "signature_already_confirmed", List.of(), Map.of());
    }

    /** A code for this document was sent a moment ago. */
    public static SignatureRefused tooSoon(long seconds) {
        return new SignatureRefused(
                ProblemKind.TOO_MANY, "code_sent_recently", List.of(seconds), Map.of("retryAfterSeconds", seconds));
    }

    /** The hour's codes are used up. */
    public static SignatureRefused tooMany(int perHour) {
        return new SignatureRefused(ProblemKind.TOO_MANY, "code_limit_reached", List.of(perHour), Map.of());
    }

    private static List<FieldFault> pointers(String code) {
        return switch (code) {
            case "code_wrong" -> List.of(FieldFault.at("/code", code));
            case "key_password_wrong", "key_password_required" -> List.of(FieldFault.at("/keyPassword", code));
            case "signature_document_required", "signature_document_differs", "signature_document_unsuitable" ->
                List.of(FieldFault.at("/document", code));
            case "signature_not_valid" -> List.of(FieldFault.at("/signature", code));
            default -> List.of();
        };
    }
}
