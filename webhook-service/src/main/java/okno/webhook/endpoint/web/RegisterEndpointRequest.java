package okno.webhook.endpoint.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A new endpoint.
 *
 * @param url https address that messages are POSTed to
 * @param eventTypes names from {@code GET /event-types}
 * @param description for the owner's own eyes
 */
record RegisterEndpointRequest(
        @NotBlank @Size(max = 2048) String url,
        @NotEmpty @Size(max = 50) List<@NotNull String> eventTypes,
        @Size(max = 200) @Nullable String description) {}
