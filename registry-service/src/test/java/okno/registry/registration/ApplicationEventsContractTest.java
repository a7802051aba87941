package okno.registry.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import okno.platform.messaging.EventEnvelope;
import okno.platform.messaging.EventJson;
import okno.platform.test.ContractCheck;
import org.junit.jupiter.api.Test;

class ApplicationEventsContractTest {

    @Test
    void reads_the_status_of_an_application_from_its_contract() {
        var event = new EventEnvelope(
                UUID.randomUUID(),
                "okno.application.status_changed.v1",
                "/application-service",
                "subject",
                7,
                Instant.EPOCH,
                "okno.application.application.v1",
                ContractCheck.example("application-status-changed.v1"));

        var read = EventJson.read(event, ApplicationEventsListener.StatusChanged.class);

        assertThat(read.serviceCode()).isEqualTo("ip-registration");
        assertThat(read.status()).isEqualTo("APPROVED");
    }
}
