package okno.application.documents.web;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code expiresAt} left out: until it is revoked. */
record ShareRequest(@NotNull UUID applicationId, @Nullable Instant expiresAt) {}
