package okno.application.documents.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** {@code kind} as the passport of the service names it. */
record AttachDocumentRequest(
        @NotBlank @Size(max = 64) String kind, @NotNull UUID documentId) {}
