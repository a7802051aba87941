package okno.application.corrective.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A remark of the agency's, for the agency alone.
 *
 * @param author account of the officer, or the agency's client
 */
public record CorrectiveComment(UUID id, UUID actionId, String author, String text, Instant createdAt) {}
