package okno.identity.person.domain;

import java.util.List;

/**
 * How a person wants the portal to behave.
 *
 * @param quickAccess codes of services on the first page, in the person's order
 * @param draftRetentionDays how long untouched drafts are kept
 */
public record Preferences(
        DateFormat dateFormat,
        List<String> quickAccess,
        Visibility contacts,
        Visibility documents,
        int draftRetentionDays) {

    /** What holds until the person chooses. */
    public static final Preferences DEFAULT =
            new Preferences(DateFormat.DAY_FIRST, List.of(), Visibility.AGENCIES, Visibility.PRIVATE, 90);

    public Preferences {
        quickAccess = List.copyOf(quickAccess);
    }

    /** How dates are shown: 31.12.2026 or 2026-12-31. */
    public enum DateFormat {
        DAY_FIRST,
        ISO
    }

    /** Who may be offered a section of the profile without asking again. */
    public enum Visibility {
        PRIVATE,
        AGENCIES
    }
}
