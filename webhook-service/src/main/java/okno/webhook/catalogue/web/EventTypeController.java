package okno.webhook.catalogue.web;

import java.util.List;
import okno.platform.web.KeysetPage;
import okno.webhook.catalogue.EventCatalogue;
import okno.webhook.catalogue.EventType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which events there are, and what they look like. */
@RestController
@PreAuthorize("denyAll()")
class EventTypeController {

    private final EventCatalogue catalogue;

    EventTypeController(EventCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** All of them: there are few. */
    @GetMapping("/api/v1/event-types")
    @PreAuthorize("permitAll()")
    KeysetPage<EventType> types() {
        List<EventType> all = catalogue.all();
        return new KeysetPage<>(all, null);
    }
}
