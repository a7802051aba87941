package okno.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import okno.identity.account.events.AccountOpenedV1;
import okno.identity.anomaly.domain.Action;
import okno.identity.anomaly.domain.Rule;
import okno.identity.anomaly.events.AnomalyFoundV1;
import okno.identity.assurance.events.AssuranceChangedV1;
import okno.identity.client.events.ClientStatusChangedV1;
import okno.identity.consent.domain.Consent;
import okno.identity.consent.domain.ConsentField;
import okno.identity.consent.domain.ConsentTerms;
import okno.identity.consent.events.ConsentGivenV1;
import okno.identity.consent.events.ConsentWithdrawnV1;
import okno.identity.contact.domain.ContactKind;
import okno.identity.contact.events.ContactChangeRequestedV1;
import okno.identity.journal.AuditRecorded;
import okno.identity.person.domain.Ial;
import okno.identity.person.domain.PersonId;
import okno.identity.person.events.ProfileUpdatedV1;
import okno.identity.recovery.events.PasswordResetV1;
import okno.identity.rights.domain.DataRequest;
import okno.identity.rights.domain.RequestKind;
import okno.identity.rights.events.DataRequestDecidedV1;
import okno.identity.rights.events.DataRequestReadyV1;
import okno.identity.rights.events.ErasureOrderedV1;
import okno.identity.session.events.SessionEndedV1;
import okno.identity.signature.domain.Signature;
import okno.identity.signature.events.SignatureConfirmedV1;
import okno.platform.audit.Audit;
import okno.platform.core.Ids;
import okno.platform.messaging.EventEnvelope;
import okno.platform.messaging.EventJson;
import okno.platform.test.ContractCheck;
import org.junit.jupiter.api.Test;

class EventContractTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");

    @Test
    void profile_updated_keeps_its_contract() {
        var event =
                ProfileUpdatedV1.from(new PersonId(Ids.next()), List.of("phone", "email", "address", "language"), NOW);
        ContractCheck.event("profile-updated.v1", EventJson.write(event));
    }

    @Test
    void assurance_changed_keeps_its_contract() {
        var event = AssuranceChangedV1.from(new PersonId(Ids.next()), Ial.SIMPLIFIED, Ial.STANDARD, NOW);
        ContractCheck.event("assurance-changed.v1", EventJson.write(event));
    }

    @Test
    void contact_change_requested_keeps_its_contract() {
        ContractCheck.event(
                "contact-change-requested.v1",
                EventJson.write(new ContactChangeRequestedV1(Ids.next(), ContactKind.EMAIL, NOW)));
    }

    @Test
    void account_opened_keeps_its_contract() {
        ContractCheck.event("account-opened.v1", EventJson.write(new AccountOpenedV1(Ids.next(), NOW)));
    }

    @Test
    void anomaly_found_keeps_its_contract() {
        for (Rule rule : Rule.values()) {
            for (Action action : Action.values()) {
                ContractCheck.event(
                        "anomaly-found.v1", EventJson.write(new AnomalyFoundV1(Ids.next(), rule, action, NOW)));
            }
        }
    }

    @Test
    void session_ended_keeps_its_contract() {
        ContractCheck.event("session-ended.v1", EventJson.write(new SessionEndedV1("KJ2xWq0e", Ids.next(), NOW)));
    }

    @Test
    void signature_confirmed_keeps_its_contract() {
        var signature =
                Signature.requested(Ids.next(), Ids.next(), Ids.next(), "a".repeat(64), 3, Duration.ofMinutes(5), NOW);
        ContractCheck.event("signature-confirmed.v1", EventJson.write(SignatureConfirmedV1.from(signature, NOW)));
    }

    @Test
    void consent_given_and_withdrawn_keep_their_contracts() {
        var terms = new ConsentTerms("test", List.of(ConsentField.NAME), "partner-bank", LocalDate.of(2027, 1, 31));
        var consent = Consent.asked(Ids.next(), Ids.next(), terms, Ids.next(), NOW, NOW);
        ContractCheck.event("consent-given.v1", EventJson.write(ConsentGivenV1.from(consent, NOW)));
        ContractCheck.event("consent-withdrawn.v1", EventJson.write(ConsentWithdrawnV1.from(consent, NOW)));
    }

    @Test
    void erasure_ordered_keeps_its_contract() {
        var request = DataRequest.of(Ids.next(), Ids.next(), RequestKind.ERASURE, LocalDate.of(2026, 12, 26), NOW);
        ContractCheck.event("erasure-ordered.v1", EventJson.write(ErasureOrderedV1.from(request, NOW)));
    }

    @Test
    void what_becomes_of_requests_keeps_its_contracts() {
        var request = DataRequest.of(Ids.next(), Ids.next(), RequestKind.CORRECTION, LocalDate.of(2026, 12, 26), NOW);
        ContractCheck.event("data-request-decided.v1", EventJson.write(DataRequestDecidedV1.from(request, true, NOW)));
        ContractCheck.event(
                "data-request-ready.v1", EventJson.write(DataRequestReadyV1.from(request, false, NOW, NOW)));
    }

    @Test
    void password_reset_keeps_its_contract() {
        ContractCheck.event("account-password-reset.v1", EventJson.write(new PasswordResetV1(Ids.next(), NOW)));
    }

    @Test
    void client_status_changed_keeps_its_contract() {
        UUID id = Ids.next();
        for (UUID company : new UUID[] {Ids.next(), null}) {
            var event = new ClientStatusChangedV1(id, "app-" + id, company, "SUSPENDED", id.toString(), NOW);
            ContractCheck.event("client-status-changed.v1", EventJson.write(event));
        }
    }

    @Test
    void reads_audit_recorded() {
        byte[] example = ContractCheck.example("audit-recorded.v1");
        var event =
                new EventEnvelope(Ids.next(), Audit.TYPE, "/application-service", "x", 1, NOW, Audit.TOPIC, example);
        var recorded = EventJson.read(event, AuditRecorded.class);
        assertThat(recorded.actorId()).isEqualTo("application-service");
        assertThat(recorded.personId()).isEqualTo("0198c0de-0000-7000-8000-000000000001");
        ContractCheck.event("audit-recorded.v1", EventJson.write(recorded));
    }
}
