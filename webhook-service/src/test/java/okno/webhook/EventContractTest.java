package okno.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import okno.platform.test.ContractCheck;
import okno.webhook.endpoint.domain.DisabledReason;
import okno.webhook.endpoint.domain.Endpoint;
import okno.webhook.endpoint.domain.EndpointState;
import okno.webhook.endpoint.domain.Owner;
import okno.webhook.endpoint.domain.Subscription;
import okno.webhook.endpoint.events.EndpointActivatedV1;
import okno.webhook.endpoint.events.EndpointDisabledV1;
import okno.webhook.endpoint.events.EndpointFailingV1;
import okno.webhook.endpoint.events.EndpointRecoveredV1;
import org.junit.jupiter.api.Test;

class EventContractTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:42:00Z");
    private static final List<UUID> WATCHERS = List.of(UUID.randomUUID());
    private static final Endpoint ENDPOINT = new Endpoint(
            UUID.randomUUID(),
            new Owner("client:agency-fns", "agency:fns"),
            "https://example.org/hook",
            new Subscription(List.of("okno.charge.paid.v1"), List.of(), List.of(), false),
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
        ContractCheck.event(
                "endpoint-disabled.v1", EndpointDisabledV1.from(ENDPOINT, DisabledReason.GONE, WATCHERS, NOW));
    }

    @Test
    void failing_keeps_its_contract() {
        ContractCheck.event(
                "endpoint-failing.v1",
                EndpointFailingV1.from(ENDPOINT, "STATUS_503", NOW.minusSeconds(600), WATCHERS, NOW));
        ContractCheck.event(
                "endpoint-failing.v1", EndpointFailingV1.from(ENDPOINT, null, NOW.minusSeconds(600), List.of(), NOW));
    }

    @Test
    void recovered_keeps_its_contract() {
        ContractCheck.event(
                "endpoint-recovered.v1", EndpointRecoveredV1.from(ENDPOINT, NOW.minusSeconds(600), WATCHERS, NOW));
    }
}
