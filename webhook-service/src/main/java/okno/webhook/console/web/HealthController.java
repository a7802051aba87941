package okno.webhook.console.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.platform.core.Caller;
import okno.platform.web.KeysetPage;
import okno.webhook.console.ConsoleQueries;
import okno.webhook.console.ConsoleQueries.Health;
import okno.webhook.console.ConsoleQueries.Recent;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the caller's endpoints do. */
@RestController
@PreAuthorize("denyAll()")
class HealthController {

    private final ConsoleQueries queries;

    HealthController(ConsoleQueries queries) {
        this.queries = queries;
    }

    /**
     * How an endpoint does.
     *
     * @param failures failures in a row
     * @param failingSince the first of them
     * @param nextProbeAt while its breaker is open: when the next message is tried
     * @param waiting deliveries not done yet; 1001 stands for more than 1000
     * @param watchers how many persons are told when it fails
     * @param watched whether the caller is one of them
     * @param recent the latest attempts, the newest first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HealthResponse(
            UUID endpointId,
            int failures,
            @Nullable Instant failingSince,
            @Nullable Instant nextProbeAt,
            int waiting,
            int watchers,
            boolean watched,
            List<RecentAttempt> recent) {

        static HealthResponse from(Health health, List<Recent> recent) {
            return new HealthResponse(
                    health.endpointId(),
                    health.failures(),
                    health.failingSince(),
                    health.blockedUntil(),
                    health.waiting(),
                    health.watchers(),
                    health.watched(),
                    recent.stream().map(RecentAttempt::from).toList());
        }
    }

    /** An attempt; exactly one of status code and failure. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RecentAttempt(
            Instant startedAt,
            int durationMs,
            @Nullable Integer statusCode,
            @Nullable String failure) {

        static RecentAttempt from(Recent recent) {
            return new RecentAttempt(recent.startedAt(), recent.durationMs(), recent.statusCode(), recent.failure());
        }
    }

    /** Of at most 100 endpoints; cheap enough to be asked every few seconds. */
    @GetMapping("/api/v1/webhooks/health")
    @PreAuthorize("hasAnyAuthority('client', 'person')")
    KeysetPage<HealthResponse> health(Caller caller) {
        Map<UUID, List<Recent>> recent = queries.recent(caller);
        List<HealthResponse> all = queries.health(caller).stream()
                .map(health -> HealthResponse.from(health, recent.getOrDefault(health.endpointId(), List.of())))
                .toList();
        return new KeysetPage<>(all, null);
    }
}
