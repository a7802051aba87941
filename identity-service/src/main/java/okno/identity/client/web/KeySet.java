package okno.identity.client.web;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

/** A JWK set (RFC 7517) of public keys for PS256 or ES256, each with a {@code kid} of its own. */
record KeySet(@NotEmpty @Size(max = 10) List<@NotNull Map<String, Object>> keys) {}
