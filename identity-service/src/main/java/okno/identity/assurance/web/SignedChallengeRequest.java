package okno.identity.assurance.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The answer to a challenge.
 *
 * @param signature detached CMS (DER or PEM) over the UTF-8 bytes of the challenge, in Base64
 */
record SignedChallengeRequest(
        @NotNull @Size(min = 1, max = 100_000) byte[] signature) {}
