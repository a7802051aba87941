package okno.identity.assurance.domain;

import java.util.List;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;

/** Why a level is not raised. */
public final class VerificationRefused extends Problem {

    private VerificationRefused(ProblemKind kind, String code, List<Object> args, List<FieldFault> faults) {
        super(kind, code, args, faults);
    }

    public static VerificationRefused codeWrong(int attemptsLeft) {
        var refused = new VerificationRefused(
                ProblemKind.INVALID,
                "code_wrong",
                List.of(attemptsLeft),
                List.of(FieldFault.at("/code", "code_wrong", attemptsLeft)));
        refused.with("attemptsLeft", attemptsLeft);
        return refused;
    }

    /** None was handed out for this person, it is too old, or was guessed at too often: the three look alike. */
    public static VerificationRefused noCode() {
        return new VerificationRefused(ProblemKind.CONFLICT, "mfc_code_unusable", List.of(), List.of());
    }

    /** Nobody vouches for themselves. */
    public static VerificationRefused ownWitness() {
        return new VerificationRefused(ProblemKind.FORBIDDEN, "own_witness", List.of(), List.of());
    }

    /** The passport that was shown is out of its term. */
    public static VerificationRefused passportExpired() {
        return new VerificationRefused(ProblemKind.CONFLICT, "passport_expired", List.of(), List.of());
    }

    public static VerificationRefused alreadyProved() {
        return new VerificationRefused(ProblemKind.CONFLICT, "already_confirmed", List.of(), List.of());
    }
}
