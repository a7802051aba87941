package okno.webhook.endpoint.web;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How to resume.
 *
 * @param recoverFrom events since then that the endpoint did not take are sent too, 30 days back at most
 */
record ResumeRequest(@Nullable OffsetDateTime recoverFrom) {}
