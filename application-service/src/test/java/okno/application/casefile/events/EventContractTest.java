package okno.application.casefile.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationFixture;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.domain.Decision;
import okno.application.casefile.domain.Message;
import okno.application.casefile.domain.RefundGround;
import okno.application.casefile.domain.RegisterRecord;
import okno.application.casefile.domain.Side;
import okno.application.casefile.domain.TermWatch;
import okno.application.catalogue.PassportFormat;
import okno.application.catalogue.domain.Passport;
import okno.application.draft.events.DraftExpiringV1;
import okno.application.registercheck.domain.PostponedCheck;
import okno.application.registercheck.events.RegisterCheckAnsweredV1;
import okno.platform.messaging.OutgoingEvent;
import okno.platform.test.ContractCheck;
import org.junit.jupiter.api.Test;

class EventContractTest {

    private static final Instant NOW = ApplicationFixture.NOW;

    @Test
    void payment_requested_keeps_its_contract() {
        holds("application-payment-requested.v1", ApplicationStatus.DRAFT, ApplicationFixture.anUnpaidOne());
    }

    @Test
    void submitted_keeps_its_contract() {
        holds("application-submitted.v1", ApplicationStatus.AWAITING_PAYMENT, ApplicationFixture.aSubmittedOne());
    }

    @Test
    void status_changed_keeps_its_contract() {
        Application inReview = ApplicationFixture.oneInReview();
        String contract = "application-status-changed.v1";
        holds(contract, ApplicationStatus.RECEIVED, inReview);
        holds(
                contract,
                ApplicationStatus.IN_REVIEW,
                inReview.decide(new Decision(Decision.Verdict.REJECTED, "data_mismatch", "Не сходится", NOW), NOW));
        holds(
                contract,
                ApplicationStatus.AWAITING_PAYMENT,
                ApplicationFixture.anUnpaidOne().withdraw(NOW));
    }

    @Test
    void what_the_passport_says_of_a_status_is_told_with_it() {
        Application approved =
                ApplicationFixture.oneInReview().decide(new Decision(Decision.Verdict.APPROVED, null, null, NOW), NOW);
        Application completed = approved.deliver(new RegisterRecord("EGRIP", "304500116000157"), NOW);
        String contract = "application-status-changed.v1";
        holds(contract, ApplicationStatus.APPROVED, completed);

        var data = (StatusChangedV1) ApplicationEvents.of(ApplicationStatus.APPROVED, completed, registration())
                .data();

        assertThat(data.notices())
                .containsExactly(new StatusChangedV1.Notice(
                        new TreeSet<>(Set.of("INBOX", "EMAIL")),
                        null,
                        new StatusChangedV1.Words(
                                "Вы зарегистрированы как предприниматель", "You are registered as a sole trader")));
    }

    @Test
    void cancelled_and_sent_back_keep_the_contract() {
        String contract = "application-status-changed.v1";
        LocalDate today = LocalDate.parse("2026-11-20");
        Application sentBack = ApplicationFixture.oneInReview().requireCorrection(today, today.plusDays(14), NOW);
        holds(contract, ApplicationStatus.IN_REVIEW, sentBack);
        holds(contract, ApplicationStatus.CORRECTION_REQUIRED, sentBack.cancel(today.plusDays(15), NOW));
    }

    @Test
    void refund_due_keeps_its_contract() {
        Application withdrawn = ApplicationFixture.aSubmittedOne().withdraw(NOW);
        ContractCheck.event(
                "application-refund-due.v1",
                RefundDueV1.of(withdrawn, withdrawn.duty(), RefundGround.WITHDRAWN)
                        .data());
    }

    @Test
    void deadline_escalated_keeps_its_contract() {
        ContractCheck.event(
                "application-deadline-escalated.v1",
                DeadlineEscalatedV1.of(
                                ApplicationFixture.oneInReview(),
                                List.of("lead-1"),
                                TermWatch.Level.HALF,
                                LocalDate.parse("2026-11-25"),
                                NOW)
                        .data());
    }

    @Test
    void register_check_answered_keeps_its_contract() {
        ContractCheck.event(
                "application-register-check-answered.v1",
                RegisterCheckAnsweredV1.of(
                                ApplicationFixture.oneInReview(),
                                "company_not_active",
                                PostponedCheck.State.FAILED,
                                NOW)
                        .data());
    }

    @Test
    void draft_expiring_keeps_its_contract() {
        ContractCheck.event(
                "draft-expiring.v1",
                DraftExpiringV1.of(ApplicationFixture.oneInReview(), LocalDate.parse("2026-12-03"), NOW)
                        .data());
    }

    @Test
    void assigned_keeps_its_contract() {
        ContractCheck.event(
                "application-assigned.v1",
                AssignedV1.of(ApplicationFixture.oneInReview().assign("officer-1", NOW), false)
                        .data());
    }

    @Test
    void message_sent_keeps_its_contract() {
        Application application = ApplicationFixture.oneInReview();
        Message message =
                new Message(UUID.randomUUID(), application.id(), Side.AGENCY, Message.Kind.MESSAGE, "secret", NOW);

        Object data = MessageSentV1.of(application, message, 5).data();

        ContractCheck.event("application-message-sent.v1", data);
        assertThat(data.toString()).doesNotContain("secret");
    }

    @Test
    void events_name_the_application_and_its_version() {
        OutgoingEvent event =
                ApplicationEvents.of(ApplicationStatus.RECEIVED, ApplicationFixture.oneInReview(), registration());

        assertThat(event.aggregateId()).isEqualTo(UUID.fromString("0198c0de-1000-7000-8000-000000000001"));
        assertThat(event.version()).isEqualTo(5);
        assertThat(event.topic()).isEqualTo("okno.application.application.v1");
    }

    private static void holds(String contract, ApplicationStatus previous, Application application) {
        ContractCheck.event(
                contract,
                ApplicationEvents.of(previous, application, registration()).data());
    }

    /** It has something to say of COMPLETED. */
    private static Passport registration() {
        try (InputStream file = EventContractTest.class.getResourceAsStream("/passports/ip-registration.json")) {
            return PassportFormat.check(new String(Objects.requireNonNull(file).readAllBytes(), UTF_8))
                    .passport();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
