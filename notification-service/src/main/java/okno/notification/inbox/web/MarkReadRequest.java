package okno.notification.inbox.web;

import jakarta.validation.constraints.NotNull;

/** What to change of a notification. */
record MarkReadRequest(@NotNull Boolean read) {}
