package okno.org.linking.domain;

import java.util.Locale;

/** Why a company was not linked. */
public enum RejectionReason {
    /** The register has no such ОГРН. */
    ORGANISATION_NOT_FOUND,
    /** It is in liquidation: its liquidator acts for it, not its head. */
    ORGANISATION_LIQUIDATING,
    /** It exists no more. */
    ORGANISATION_LIQUIDATED,
    /** The register has another ИНН for this ОГРН. */
    INN_MISMATCH,
    /** The register has another КПП for this ОГРН. */
    KPP_MISMATCH,
    /** The person's profile has no ИНН to compare with the head's. */
    PERSON_INN_MISSING,
    /** Somebody else heads it. */
    NOT_THE_HEAD;

    /** The code over REST and in events. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
