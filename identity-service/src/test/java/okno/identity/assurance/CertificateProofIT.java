package okno.identity.assurance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import okno.identity.person.domain.Ial;
import okno.identity.person.domain.Person;
import okno.identity.pki.TestAuthorities;
import okno.identity.pki.TestAuthority;
import okno.identity.pki.TestAuthority.Algorithm;
import okno.identity.pki.TestAuthority.Holder;
import okno.identity.pki.TestAuthority.Wish;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class CertificateProofIT extends ProofMethodContract {

    @Autowired
    JdbcClient jdbc;

    @Override
    Ial proves() {
        return Ial.CONFIRMED;
    }

    @Override
    Ial needs() {
        return Ial.SIMPLIFIED;
    }

    @Override
    String reasonForSomebodyElse() {
        return "snils_differs";
    }

    @Override
    JsonNode prove(Person claimant, Person seen) throws Exception {
        return answered(claimant, TestAuthorities.GOST.issue(subject(seen), Wish.good()));
    }

    @Test
    void certificates_that_prove_nothing_are_refused_with_their_reason() throws Exception {
        Person person = known(Ial.SIMPLIFIED);
        Instant now = Instant.now();
        TestAuthority rsa = TestAuthorities.RSA;
        Map<String, Holder> hostile = new LinkedHashMap<>();
        hostile.put(
                "check_expired",
                rsa.issue(
                        subject(person),
                        Wish.good().during(now.minus(9, ChronoUnit.DAYS), now.minus(1, ChronoUnit.DAYS))));
        hostile.put("check_usage_wrong", rsa.issue(subject(person), Wish.good().with(KeyUsage.keyEncipherment, null)));
        hostile.put("check_self_signed", TestAuthority.selfSigned(Algorithm.RSA, subject(person)));
        hostile.put("check_revoked", TestAuthorities.REVOKED);
        hostile.put(
                "name_differs",
                rsa.issue(
                        "CN=x,SURNAME=Другая,GIVENNAME=Анна,1.2.643.100.3="
                                + person.snils().value(),
                        Wish.good()));
        for (var entry : hostile.entrySet()) {
            restart(person);
            assertThat(answered(person, entry.getValue()).toString()).contains("\"" + entry.getKey() + "\"");
        }
        assertThat(persons.find(person.id()).orElseThrow().ial()).isEqualTo(Ial.SIMPLIFIED);
    }

    @Test
    void a_challenge_is_good_for_one_answer_of_its_owner_and_its_signature_for_no_other() throws Exception {
        Person person = known(Ial.SIMPLIFIED);
        Holder holder = TestAuthorities.RSA.issue(subject(person), Wish.good());
        JsonNode first = begin(person, "CERTIFICATE");
        JsonNode second = begin(person, "CERTIFICATE");
        byte[] ofFirst =
                TestAuthority.cms(holder, first.path("challenge").asString().getBytes(UTF_8));

        assertThat(answer(known(Ial.SIMPLIFIED), first, ofFirst).path("code").asString())
                .isEqualTo("not_found");
        assertThat(answer(person, second, ofFirst).path("code").asString()).isEqualTo("check_document_changed");
        assertThat(answer(person, second, ofFirst).path("code").asString()).isEqualTo("verification_over");
        assertThat(attempt(person, second.path("id").asString())
                        .path("reasonText")
                        .asString())
                .isNotBlank();
        assertThat(answer(person, first, ofFirst).path("status").asString()).isEqualTo("PROVED");
        assertThat(attempt(person, first.path("id").asString())
                        .path("validUntil")
                        .asString())
                .isNotBlank();
    }

    /** Each of many refused attempts is the day's first. */
    private void restart(Person person) {
        jdbc.sql("delete from verification_attempt where person_id = :id")
                .param("id", person.id().value())
                .update();
    }

    private JsonNode answered(Person claimant, Holder holder) throws Exception {
        JsonNode begun = begin(claimant, "CERTIFICATE");
        return begun.has("challenge") && !begun.path("challenge").isNull()
                ? answer(
                        claimant,
                        begun,
                        TestAuthority.cms(
                                holder, begun.path("challenge").asString().getBytes(UTF_8)))
                : begun;
    }

    private JsonNode answer(Person caller, JsonNode begun, byte[] signature) {
        return json(handIn(
                caller,
                "/api/v1/me/verifications/" + begun.path("id").asString() + "/signature",
                Map.of("signature", signature)));
    }

    private static String subject(Person person) {
        return "CN=Holder,SURNAME=%s,GIVENNAME=%s %s,1.2.643.100.3=%s"
                .formatted(
                        person.name().last(),
                        person.name().first(),
                        person.name().middle(),
                        person.snils().value());
    }
}
