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

    /** The way needs a person who is known better than this one. */
    public static VerificationRefused levelNeeded() {
        return new VerificationRefused(ProblemKind.CONFLICT, "level_needed", List.of(), List.of());
    }

    /** No provider of this way is connected to this installation. */
    public static VerificationRefused methodUnavailable() {
        return new VerificationRefused(ProblemKind.CONFLICT, "method_unavailable", List.of(), List.of());
    }

    /** Too many were begun in this way within a day. */
    public static VerificationRefused tooMany(int aDay) {
        return new VerificationRefused(ProblemKind.TOO_MANY, "verification_limit", List.of(aDay), List.of());
    }

    /** It has ended, or was not finished in time. */
    public static VerificationRefused over() {
        return new VerificationRefused(ProblemKind.CONFLICT, "verification_over", List.of(), List.of());
    }

    /** The profile has none, so it must be handed in. */
    public static VerificationRefused passportNeeded() {
        return at("/passport", "passport_needed");
    }

    /** The registers know it otherwise; each fault says what. */
    public static VerificationRefused registersDisagree(List<FieldFault> faults) {
        return new VerificationRefused(ProblemKind.INVALID, "registers_disagree", List.of(), faults);
    }

    /** It is not the account's holder whom the certificate names, or the verifier saw. */
    public static VerificationRefused otherPerson(List<FieldFault> faults) {
        return new VerificationRefused(ProblemKind.INVALID, "other_person", List.of(), faults);
    }

    /** The bank, or the provider of video identification, could not tell who it is. */
    public static VerificationRefused notRecognised() {
        return new VerificationRefused(ProblemKind.CONFLICT, "not_recognised", List.of(), List.of());
    }

    /** For the reason of a check of the signature, such as {@code check_revoked}. */
    public static VerificationRefused signatureNotValid(String check) {
        return at("/signature", check);
    }

    /** The platform's own certificate proves nothing that was not proved when it was issued. */
    public static VerificationRefused notQualified() {
        return at("/signature", "certificate_not_qualified");
    }

    private static VerificationRefused at(String pointer, String code) {
        return new VerificationRefused(ProblemKind.INVALID, code, List.of(), List.of(FieldFault.at(pointer, code)));
    }
}
