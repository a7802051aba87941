package okno.webhook.delivery.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.util.UUID;
import okno.platform.core.Caller;
import okno.webhook.delivery.ReplayEvents;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** All events of a time, once more. */
@RestController
@PreAuthorize("denyAll()")
class ReplayController {

    private final ReplayEvents replay;

    ReplayController(ReplayEvents replay) {
        this.replay = replay;
    }

    /**
     * Which events, by when they happened.
     *
     * @param from the first moment
     * @param to the moment after the last
     */
    record ReplayRequest(
            @NotNull OffsetDateTime from, @NotNull OffsetDateTime to) {}

    /** How many events are on their way. */
    record ReplayResponse(int events) {}

    @PostMapping("/api/v1/webhooks/endpoints/{id}/replays")
    @PreAuthorize("hasAnyAuthority('client', 'person')")
    ResponseEntity<ReplayResponse> replay(
            Caller caller, @PathVariable UUID id, @Valid @RequestBody ReplayRequest request) {
        int events = replay.handle(new ReplayEvents.Command(
                caller, id, request.from().toInstant(), request.to().toInstant()));
        return ResponseEntity.accepted().body(new ReplayResponse(events));
    }
}
