package okno.webhook.endpoint.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import okno.webhook.endpoint.domain.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * A new endpoint.
 *
 * @param url https address that messages are POSTed to
 * @param eventTypes names from {@code GET /event-types}
 * @param services codes of services to hear of, as in {@code GET /services}; all when left out or empty
 * @param subjects ids of applications to hear of; all when left out or empty
 * @param ordered whether the events of one application come strictly one after another; false when left out
 * @param description for the owner's own eyes
 */
record RegisterEndpointRequest(
        @NotBlank @Size(max = 2048) String url,
        @NotEmpty @Size(max = 50) List<@NotNull String> eventTypes,
        @Size(max = 50) @Nullable List<@NotNull String> services,
        @Size(max = 100) @Nullable List<@NotNull UUID> subjects,
        @Nullable Boolean ordered,
        @Size(max = 200) @Nullable String description) {

    Subscription.Change subscription() {
        return new Subscription.Change(eventTypes, services, subjects, ordered);
    }
}
