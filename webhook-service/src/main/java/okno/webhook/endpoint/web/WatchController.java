package okno.webhook.endpoint.web;

import java.util.UUID;
import okno.platform.core.Caller;
import okno.webhook.endpoint.WatchEndpoint;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the caller is told when an endpoint fails, is disabled, and works again. */
@RestController
@RequestMapping("/api/v1/webhooks/endpoints/{id}/watch")
@PreAuthorize("denyAll()")
class WatchController {

    private final WatchEndpoint watch;

    WatchController(WatchEndpoint watch) {
        this.watch = watch;
    }

    @PutMapping
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<Void> watch(Caller caller, @PathVariable UUID id) {
        watch.handle(new WatchEndpoint.Command(caller, id, true));
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<Void> unwatch(Caller caller, @PathVariable UUID id) {
        watch.handle(new WatchEndpoint.Command(caller, id, false));
        return ResponseEntity.noContent().build();
    }
}
