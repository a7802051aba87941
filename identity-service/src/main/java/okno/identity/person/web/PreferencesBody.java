package okno.identity.person.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import okno.identity.person.domain.Preferences;
import okno.identity.person.domain.Preferences.DateFormat;
import okno.identity.person.domain.Preferences.Visibility;

/**
 * Preferences, read and replaced as a whole.
 *
 * @param quickAccess codes of services, 12 at most
 * @param draftRetentionDays 7 to 365
 */
record PreferencesBody(
        @NotNull @Pattern(regexp = "ru|en") String language,
        @NotNull DateFormat dateFormat,
        @NotNull @Size(max = 12) List<@NotNull @Pattern(regexp = "[a-z0-9-]{2,60}") String> quickAccess,
        @NotNull @Valid Privacy privacy,
        @NotNull @Min(7) @Max(365) Integer draftRetentionDays) {

    /** Who may be offered each section without asking again. */
    record Privacy(@NotNull Visibility contacts, @NotNull Visibility documents) {}

    static PreferencesBody from(String language, Preferences preferences) {
        return new PreferencesBody(
                language,
                preferences.dateFormat(),
                preferences.quickAccess(),
                new Privacy(preferences.contacts(), preferences.documents()),
                preferences.draftRetentionDays());
    }

    Preferences toPreferences() {
        return new Preferences(dateFormat, quickAccess, privacy.contacts(), privacy.documents(), draftRetentionDays);
    }
}
