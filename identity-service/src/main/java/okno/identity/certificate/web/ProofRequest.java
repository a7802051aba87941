package okno.identity.certificate.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Base64 of a detached CMS over the UTF-8 bytes of the challenge. */
record ProofRequest(@NotNull @Size(max = 65_536) byte[] signature) {}
