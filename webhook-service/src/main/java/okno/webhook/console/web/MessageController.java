package okno.webhook.console.web;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import okno.platform.core.Caller;
import okno.webhook.console.ConsoleQueries;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What exactly was sent, so that a receiver can find out why a signature does not verify. */
@RestController
@PreAuthorize("denyAll()")
class MessageController {

    private final ConsoleQueries queries;

    MessageController(ConsoleQueries queries) {
        this.queries = queries;
    }

    /**
     * The signed parts of a message that do not change from attempt to attempt.
     *
     * @param webhookId the {@code webhook-id} header
     * @param body the body as it was sent, to the letter; UTF-8
     */
    record MessageResponse(UUID webhookId, String body) {}

    @GetMapping("/api/v1/webhooks/deliveries/{id}/message")
    @PreAuthorize("hasAnyAuthority('client', 'person')")
    MessageResponse message(Caller caller, @PathVariable UUID id) {
        var message = queries.message(caller, id);
        return new MessageResponse(message.webhookId(), new String(message.body(), StandardCharsets.UTF_8));
    }
}
