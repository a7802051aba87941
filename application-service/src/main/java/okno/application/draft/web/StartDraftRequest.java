package okno.application.draft.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Which service to apply for. */
record StartDraftRequest(@NotBlank @Size(max = 64) String serviceCode) {}
