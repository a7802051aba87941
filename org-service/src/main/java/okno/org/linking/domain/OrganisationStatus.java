package okno.org.linking.domain;

import java.util.Set;

/** Where the link of a company to its head stands. */
public enum OrganisationStatus {
    /** The registers are being asked; nothing is allowed yet. */
    CHECKING,
    /** The person heads the company and may act for it. */
    LINKED,
    /** The registers say otherwise; the reasons are kept. */
    REJECTED,
    /** Given up by the person, or taken over by the company's new head. */
    WITHDRAWN;

    public boolean canBecome(OrganisationStatus next) {
        return switch (this) {
            case CHECKING -> Set.of(LINKED, REJECTED, WITHDRAWN).contains(next);
            case LINKED -> next == WITHDRAWN;
            case REJECTED, WITHDRAWN -> next == CHECKING;
        };
    }
}
