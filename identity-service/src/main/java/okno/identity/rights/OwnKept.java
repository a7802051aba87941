package okno.identity.rights;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import okno.identity.person.domain.PersonId;
import okno.identity.rights.persistence.OwnStock;
import okno.platform.rights.Keeping;
import org.springframework.stereotype.Component;

/**
 * What stays here of a person whose account has ended: the account's id and, of consents, the words of their purpose; and
 * how long.
 */
@Component
class OwnKept implements Keeping {

    private static final int CLAIMS_YEARS = 3;
    /** Five for the papers that it signs (application-service keeps them so long), one for the case before that. */
    private static final int SIGNATURE_YEARS = 6;

    private final OwnStock stock;

    OwnKept(OwnStock stock) {
        this.stock = stock;
    }

    @Override
    public List<Kept> kept(String personId) {
        Map<String, Long> kept = stock.kept(new PersonId(UUID.fromString(personId)));
        return Stream.of(
                        new Kept(
                                "consent",
                                kept.getOrDefault("consent", 0L),
                                "152-FZ art. 9 p. 3; Civil Code art. 196",
                                CLAIMS_YEARS + " years after the end of the consent"),
                        new Kept(
                                "signature",
                                kept.getOrDefault("signature", 0L),
                                "63-FZ art. 6; 125-FZ art. 17; Civil Code art. 196",
                                SIGNATURE_YEARS + " years, as long as what it signs is kept"),
                        new Kept(
                                "data_request",
                                kept.getOrDefault("data_request", 0L),
                                "152-FZ art. 21 p. 7; Roskomnadzor order 179 of 28.10.2022",
                                CLAIMS_YEARS + " years after it was answered"),
                        new Kept(
                                "audit_entry",
                                kept.getOrDefault("audit_entry", 0L),
                                "152-FZ art. 19 p. 2; Government decree 1119 of 01.11.2012",
                                "as long as the journal, unchangeable"))
                .filter(found -> found.count() > 0)
                .toList();
    }

    @Override
    public Removed removeDue(String personId, LocalDate today) {
        PersonId person = new PersonId(UUID.fromString(personId));
        Map<String, Long> gone =
                stock.removeOld(person, today.minusYears(CLAIMS_YEARS), today.minusYears(SIGNATURE_YEARS));
        return new Removed(gone, stock.hasTerms(person));
    }
}
