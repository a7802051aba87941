package okno.identity.contact.domain;

import java.util.List;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;

/** Why a phone or an e-mail is not changed. */
public final class ContactRefused extends Problem {

    private ContactRefused(ProblemKind kind, String code, List<Object> args, List<FieldFault> faults) {
        super(kind, code, args, faults);
    }

    public static ContactRefused codeWrong(int attemptsLeft) {
        var refused = new ContactRefused(
                ProblemKind.INVALID,
                "code_wrong",
                List.of(attemptsLeft),
                List.of(FieldFault.at("/code", "code_wrong", attemptsLeft)));
        refused.with("attemptsLeft", attemptsLeft);
        return refused;
    }

    /** Confirmed already, replaced by another, too old, or guessed at too often. */
    public static ContactRefused over() {
        return new ContactRefused(ProblemKind.CONFLICT, "contact_change_over", List.of(), List.of());
    }

    public static ContactRefused tooSoon(long seconds) {
        return new ContactRefused(ProblemKind.TOO_MANY, "code_sent_recently", List.of(seconds), List.of());
    }

    public static ContactRefused tooMany(int aDay) {
        return new ContactRefused(ProblemKind.TOO_MANY, "contact_change_limit", List.of(aDay), List.of());
    }

    /** It is the person's already. */
    public static ContactRefused unchanged() {
        return new ContactRefused(
                ProblemKind.INVALID,
                "contact_unchanged",
                List.of(),
                List.of(FieldFault.at("/value", "contact_unchanged")));
    }
}
