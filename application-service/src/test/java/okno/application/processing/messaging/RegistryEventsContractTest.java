package okno.application.processing.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import okno.platform.messaging.EventEnvelope;
import okno.platform.messaging.EventJson;
import okno.platform.test.ContractCheck;
import org.junit.jupiter.api.Test;

class RegistryEventsContractTest {

    @Test
    void reads_what_registry_service_promises() {
        var event = new EventEnvelope(
                UUID.randomUUID(),
                "okno.record.registered.v1",
                "/registry-service",
                "",
                1,
                Instant.EPOCH,
                "",
                ContractCheck.example("record-registered.v1"));

        RegistryEventsListener.Registered made = EventJson.read(event, RegistryEventsListener.Registered.class);

        assertThat(made.register()).isEqualTo("EGRIP");
        assertThat(made.key()).matches("\\d{15}");
        assertThat(made.applicationId()).isNotNull();
    }
}
