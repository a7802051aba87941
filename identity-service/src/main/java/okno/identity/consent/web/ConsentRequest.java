package okno.identity.consent.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import okno.identity.consent.AskConsent;
import okno.identity.consent.domain.ConsentField;
import okno.identity.consent.domain.ConsentTerms;

/**
 * What a person wants to allow.
 *
 * @param purpose what the data are for, 3 to 300 characters
 * @param recipient id of the client that may read
 * @param until the last day
 */
record ConsentRequest(
        @NotNull @Size(min = 3, max = 300) @Pattern(regexp = "[^\\p{Cntrl}]*[^\\p{Cntrl}\\s][^\\p{Cntrl}]*")
        String purpose,

        @NotNull @Size(min = 1, max = 10) List<@NotNull ConsentField> fields,

        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9._-]{1,99}")
        String recipient,

        @NotNull LocalDate until) {

    AskConsent.Command command() {
        return new AskConsent.Command(new ConsentTerms(purpose.strip(), fields, recipient, until));
    }
}
