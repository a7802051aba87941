package okno.application.submission.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code signatureId}: a confirmed signature of the application's document, where the service asks for one. */
record SubmissionRequest(@Nullable UUID signatureId) {}
