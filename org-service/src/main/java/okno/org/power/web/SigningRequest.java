package okno.org.power.web;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** The confirmed signature over the document. */
record SigningRequest(@NotNull UUID signatureId) {}
