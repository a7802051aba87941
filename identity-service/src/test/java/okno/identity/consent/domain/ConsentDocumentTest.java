package okno.identity.consent.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConsentDocumentTest {

    private static final UUID ID = UUID.fromString("0198c0de-5199-7000-8000-0000000000c1");
    private static final UUID PERSON = UUID.fromString("0198c0de-0000-7000-8000-000000000001");

    @Test
    void is_canonical_json_whatever_the_order_of_the_fields() {
        var terms = new ConsentTerms(
                "Оценка \"заявки\" \\ кредит",
                List.of(ConsentField.PHONE, ConsentField.NAME, ConsentField.PHONE),
                "partner-bank",
                LocalDate.of(2027, 1, 31));
        byte[] document = ConsentDocument.of(ID, PERSON, terms, Instant.parse("2026-11-26T09:32:00.123Z"));
        assertThat(new String(document, UTF_8))
                .isEqualTo("{\"consentId\":\"" + ID + "\",\"fields\":[\"NAME\",\"PHONE\"],\"personId\":\"" + PERSON
                        + "\",\"purpose\":\"Оценка \\\"заявки\\\" \\\\ кредит\",\"recipient\":\"partner-bank\","
                        + "\"requestedAt\":\"2026-11-26T09:32:00Z\",\"type\":\"okno.consent.v1\","
                        + "\"until\":\"2027-01-31\"}");
    }

    @Test
    void holds_no_control_characters() {
        var terms = new ConsentTerms("a\nb", List.of(ConsentField.NAME), "x", LocalDate.of(2027, 1, 31));
        assertThatThrownBy(() -> ConsentDocument.of(ID, PERSON, terms, Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void holds_from_the_signature_to_the_end_of_its_last_day_in_moscow() {
        var terms = new ConsentTerms("test", List.of(ConsentField.NAME), "x", LocalDate.of(2027, 1, 31));
        Instant asked = Instant.parse("2026-11-26T09:00:00Z");
        Consent consent = Consent.asked(ID, PERSON, terms, ID, asked, asked.plusSeconds(300));
        assertThat(consent.statusAt(asked)).isEqualTo(ConsentStatus.PENDING);
        assertThat(consent.statusAt(asked.plusSeconds(301))).isEqualTo(ConsentStatus.LAPSED);
        Consent given = consent.given(asked.plusSeconds(60));
        assertThat(given.statusAt(Instant.parse("2027-01-31T20:59:59Z"))).isEqualTo(ConsentStatus.GIVEN);
        assertThat(given.statusAt(Instant.parse("2027-01-31T21:00:00Z"))).isEqualTo(ConsentStatus.EXPIRED);
        Consent withdrawn = given.withdrawn(asked.plusSeconds(90));
        assertThat(withdrawn.statusAt(asked.plusSeconds(90))).isEqualTo(ConsentStatus.WITHDRAWN);
        assertThat(withdrawn.withdrawn(asked.plusSeconds(95))).isSameAs(withdrawn);
    }
}
