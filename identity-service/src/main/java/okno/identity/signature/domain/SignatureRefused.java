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

    public static SignatureRefused kindUnavailable() {
        return new SignatureRefused(ProblemKind.INVALID, "signature_kind_unavailable", List.of(), Map.of());
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
            case "signature_kind_unavailable" -> List.of(FieldFault.at("/kind", code));
            default -> List.of();
        };
    }
}
