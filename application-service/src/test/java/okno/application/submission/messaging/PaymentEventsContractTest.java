package okno.application.submission.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import okno.platform.messaging.EventEnvelope;
import okno.platform.messaging.EventJson;
import okno.platform.test.ContractCheck;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentEventsContractTest {

    @ParameterizedTest
    @ValueSource(strings = {"charge-created.v1", "charge-paid.v1"})
    void reads_what_payment_service_promises(String contract) {
        var event = new EventEnvelope(
                UUID.randomUUID(),
                contract,
                "/payment-service",
                "",
                1,
                Instant.EPOCH,
                "",
                ContractCheck.example(contract));

        PaymentEventsListener.Charge charge = EventJson.read(event, PaymentEventsListener.Charge.class);

        assertThat(charge.applicationId()).isNotNull();
        assertThat(charge.uin()).matches("\\d{20}|\\d{25}");
    }
}
