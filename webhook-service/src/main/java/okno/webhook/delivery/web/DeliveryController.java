package okno.webhook.delivery.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import okno.platform.core.Caller;
import okno.platform.web.KeysetPage;
import okno.platform.web.PageRequest;
import okno.webhook.delivery.DeliveryQueries;
import okno.webhook.delivery.DeliveryQueries.Attempt;
import okno.webhook.delivery.DeliveryQueries.Delivery;
import okno.webhook.delivery.RedeliverDelivery;
import okno.webhook.delivery.domain.DeliveryStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Deliveries to the caller's endpoints, with every attempt. */
@RestController
@RequestMapping("/api/v1/webhooks/deliveries")
@PreAuthorize("denyAll()")
class DeliveryController {

    private final DeliveryQueries queries;
    private final RedeliverDelivery redeliver;

    DeliveryController(DeliveryQueries queries, RedeliverDelivery redeliver) {
        this.queries = queries;
        this.redeliver = redeliver;
    }

    /** A delivery as its owner sees it; the attempts only when one is asked for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeliveryResponse(
            UUID id,
            UUID endpointId,
            UUID eventId,
            String eventType,
            Instant occurredAt,
            DeliveryStatus status,
            int attemptCount,
            @Nullable Instant nextAttemptAt,
            Instant createdAt,
            @Nullable Instant finishedAt,
            @Nullable List<Attempt> attempts) {

        static DeliveryResponse from(Delivery delivery, @Nullable List<Attempt> attempts) {
            return new DeliveryResponse(
                    delivery.id(),
                    delivery.endpointId(),
                    delivery.eventId(),
                    delivery.eventType(),
                    delivery.occurredAt(),
                    delivery.status(),
                    delivery.attempts(),
                    delivery.nextAttemptAt(),
                    delivery.createdAt(),
                    delivery.finishedAt(),
                    attempts);
        }
    }

    @GetMapping
    @PreAuthorize("hasAnyAuthority('client', 'person')")
    KeysetPage<DeliveryResponse> list(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID endpoint,
            @RequestParam(required = false) @Nullable DeliveryStatus status,
            @RequestParam(required = false) @Nullable String eventType,
            PageRequest page) {
        var filter = new DeliveryQueries.Filter(endpoint, status, eventType);
        var rows = queries.page(caller, filter, page.after(), page.limit());
        return KeysetPage.of(rows, page.limit(), delivery -> delivery.id().toString())
                .map(delivery -> DeliveryResponse.from(delivery, null));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAnyAuthority('client', 'person')")
    DeliveryResponse get(Caller caller, @PathVariable UUID id) {
        Delivery delivery = queries.get(caller, id);
        return DeliveryResponse.from(delivery, queries.attempts(delivery));
    }

    @PostMapping("/{id}/redelivery")
    @PreAuthorize("hasAnyAuthority('client', 'person')")
    ResponseEntity<DeliveryResponse> redeliver(Caller caller, @PathVariable UUID id) {
        redeliver.handle(new RedeliverDelivery.Command(caller, id));
        return ResponseEntity.accepted().body(DeliveryResponse.from(queries.get(caller, id), null));
    }
}
