package okno.application.draft.web;

import jakarta.validation.constraints.NotNull;
import java.util.Map;

/** JSON Merge Patch (RFC 7396) of a draft; {@code form} is all that can be changed. */
record SaveDraftRequest(@NotNull Map<String, Object> form) {}
