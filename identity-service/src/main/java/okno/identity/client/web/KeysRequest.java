package okno.identity.client.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.UUID;
import okno.identity.client.ReplaceKeys;
import org.jspecify.annotations.Nullable;

/**
 * A new key set.
 *
 * @param overlapHours how long keys that are not in it stay good: 0 (a key has leaked) to 168, 24 when not given
 */
record KeysRequest(
        @NotNull @Valid KeySet jwks,
        @Nullable @Min(0) @Max(168) Integer overlapHours) {

    private static final int USUAL = 24;

    ReplaceKeys.Command toCommand(UUID id) {
        return new ReplaceKeys.Command(id, jwks.keys(), Duration.ofHours(overlapHours == null ? USUAL : overlapHours));
    }
}
