package okno.notification.delivery.web;

import java.util.List;
import java.util.UUID;
import okno.notification.Channel;
import okno.notification.delivery.DeliveryQueries;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.web.KeysetPage;
import okno.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How messages to everybody fare, for administrators. */
@RestController
@RequestMapping("/api/v1/agency/deliveries")
@PreAuthorize("denyAll()")
class DeliveryController {

    private final DeliveryQueries deliveries;

    DeliveryController(DeliveryQueries deliveries) {
        this.deliveries = deliveries;
    }

    /** What to show. */
    enum State {
        PENDING,
        ACCEPTED,
        SENT,
        DELIVERED,
        FAILED,
        CANCELLED
    }

    /** The newest first. */
    @GetMapping
    @PreAuthorize("hasAuthority('admin')")
    KeysetPage<DeliveryQueries.Listed> list(
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable Channel channel,
            @RequestParam(required = false) @Nullable String provider,
            PageRequest page) {
        var filter = new DeliveryQueries.Filter(state == null ? null : state.name(), channel, provider);
        List<DeliveryQueries.Listed> found = deliveries.list(filter, after(page.after()), page.limit());
        return KeysetPage.of(found, page.limit(), row -> row.notificationId() + "." + row.channel());
    }

    private static DeliveryQueries.@Nullable After after(@Nullable String key) {
        if (key == null) {
            return null;
        }
        try {
            String[] parts = key.split("\\.", -1);
            if (parts.length == 2) {
                return new DeliveryQueries.After(UUID.fromString(parts[0]), Channel.valueOf(parts[1]));
            }
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
        throw malformed();
    }

    private static Problem malformed() {
        return new Problem(
                ProblemKind.MALFORMED, "invalid_request", List.of(), List.of(FieldFault.parameter("after", "format")));
    }
}
