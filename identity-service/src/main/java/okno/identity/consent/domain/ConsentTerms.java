package okno.identity.consent.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * What a consent names, as 152-FZ, article 9, part 4 asks.
 *
 * @param purpose what the data are for, in the words the person has read
 * @param fields without repetitions, in the order of {@link ConsentField}
 * @param recipient id of the partner's client
 * @param until the last day, by Moscow time
 */
public record ConsentTerms(String purpose, List<ConsentField> fields, String recipient, LocalDate until) {

    public ConsentTerms {
        fields = fields.stream().distinct().sorted().toList();
    }
}
