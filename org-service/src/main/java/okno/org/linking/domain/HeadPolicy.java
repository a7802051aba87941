package okno.org.linking.domain;

import java.util.ArrayList;
import java.util.List;
import okno.platform.core.number.Kpp;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a person heads a company: the register of legal entities names who acts for it without a power of
 * attorney (129-ФЗ art. 5, 1, л), and that person's ИНН must be the caller's. All faults are told, not the first one.
 */
public final class HeadPolicy {

    private HeadPolicy() {}

    /**
     * The company as the register has it.
     *
     * @param headInn ИНН of who acts for it; null when the register names nobody
     */
    public record Registered(
            String inn,
            @Nullable String kpp,
            @Nullable String shortName,
            State state,
            @Nullable String headInn) {}

    /** Whether the company lives. */
    public enum State {
        ACTIVE,
        LIQUIDATING,
        LIQUIDATED
    }

    /**
     * @param registered null when the register does not know the company
     * @param personInn ИНН of the person's profile; null when it has none
     * @return why the link is refused; empty when the person heads the company
     */
    public static List<RejectionReason> check(
            Organisation asked, @Nullable Registered registered, @Nullable String personInn) {
        if (registered == null) {
            return List.of(RejectionReason.ORGANISATION_NOT_FOUND);
        }
        List<RejectionReason> reasons = new ArrayList<>();
        switch (registered.state()) {
            case LIQUIDATING -> reasons.add(RejectionReason.ORGANISATION_LIQUIDATING);
            case LIQUIDATED -> reasons.add(RejectionReason.ORGANISATION_LIQUIDATED);
            case ACTIVE -> {}
        }
        if (!asked.inn().value().equals(registered.inn())) {
            reasons.add(RejectionReason.INN_MISMATCH);
        }
        Kpp kpp = asked.kpp();
        if (kpp != null && !kpp.value().equals(registered.kpp())) {
            reasons.add(RejectionReason.KPP_MISMATCH);
        }
        if (personInn == null) {
            reasons.add(RejectionReason.PERSON_INN_MISSING);
        } else if (!personInn.equals(registered.headInn())) {
            reasons.add(RejectionReason.NOT_THE_HEAD);
        }
        return reasons;
    }
}
