package okno.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import okno.platform.test.ContractCheck;
import okno.webhook.endpoint.domain.DisabledReason;
import okno.webhook.endpoint.domain.Endpoint;
import okno.webhook.endpoint.domain.EndpointState;
import okno.webhook.endpoint.domain.Owner;
import okno.webhook.endpoint.events.EndpointActivatedV1;
import okno.webhook.endpoint.events.EndpointDisabledV1;
import org.junit.jupiter.api.Test;

class EventContractTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:42:00Z");
    private static final Endpoint ENDPOINT = new Endpoint(
            UUID.randomUUID(),
            new Owner("client:agency-fns", "agency:fns"),
            "https://example.org/hook",
            List.of("okno.charge.paid.v1"),
            "",
            EndpointState.ACTIVE,
            null,
            2,
            NOW);

    @Test
    void activated_keeps_its_contract() {
        ContractCheck.event("endpoint-activated.v1", EndpointActivatedV1.from(ENDPOINT, NOW));
    }

    @Test
    void disabled_keeps_its_contract() {
        ContractCheck.event("endpoint-disabled.v1", EndpointDisabledV1.from(ENDPOINT, DisabledReason.GONE, NOW));
    }
}
