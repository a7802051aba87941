package okno.webhook.endpoint.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to change; what is left out stays. */
record ChangeEndpointRequest(
        @Size(min = 1, max = 2048) @Nullable String url,
        @Size(min = 1, max = 50) @Nullable List<@NotNull String> eventTypes,
        @Size(max = 200) @Nullable String description) {}
