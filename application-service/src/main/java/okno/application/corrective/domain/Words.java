package okno.application.corrective.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an applicant who agreed lets the agency know of a rating.
 *
 * @param number of the application
 * @param personId whose it is; for the journal, never shown
 * @param text what they wrote; null: nothing
 */
public record Words(
        UUID applicationId,
        @Nullable String number,
        String personId,
        @Nullable String text) {}
