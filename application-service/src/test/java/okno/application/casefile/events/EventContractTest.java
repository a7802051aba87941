package okno.application.casefile.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationFixture;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.domain.Decision;
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
    void events_name_the_application_and_its_version() {
        OutgoingEvent event = ApplicationEvents.of(ApplicationStatus.RECEIVED, ApplicationFixture.oneInReview());

        assertThat(event.aggregateId()).isEqualTo(UUID.fromString("0198c0de-1000-7000-8000-000000000001"));
        assertThat(event.version()).isEqualTo(5);
        assertThat(event.topic()).isEqualTo("okno.application.application.v1");
    }

    private static void holds(String contract, ApplicationStatus previous, Application application) {
        ContractCheck.event(
                contract, ApplicationEvents.of(previous, application).data());
    }
}
