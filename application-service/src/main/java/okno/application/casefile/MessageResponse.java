package okno.application.casefile;

import java.time.Instant;
import java.util.UUID;
import okno.application.casefile.domain.Message;

/** One message; {@code from}: APPLICANT, AGENCY, or SYSTEM for notes of the portal. */
public record MessageResponse(UUID id, String from, String kind, String text, Instant createdAt) {

    public static MessageResponse from(Message message) {
        return new MessageResponse(
                message.id(), message.side().name(), message.kind().name(), message.text(), message.createdAt());
    }
}
