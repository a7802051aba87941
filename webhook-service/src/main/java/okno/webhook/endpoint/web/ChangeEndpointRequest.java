package okno.webhook.endpoint.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import okno.webhook.endpoint.domain.Subscription;
import org.jspecify.annotations.Nullable;

/** What is to change; what is left out stays, an empty list of services or subjects means all again. */
record ChangeEndpointRequest(
        @Size(min = 1, max = 2048) @Nullable String url,
        @Size(min = 1, max = 50) @Nullable List<@NotNull String> eventTypes,
        @Size(max = 50) @Nullable List<@NotNull String> services,
        @Size(max = 100) @Nullable List<@NotNull UUID> subjects,
        @Nullable Boolean ordered,
        @Size(max = 200) @Nullable String description) {

    Subscription.Change subscription() {
        return new Subscription.Change(eventTypes, services, subjects, ordered);
    }
}
