package okno.notification.device.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * {@code PushSubscription.toJSON()} of a browser, and a name for it.
 *
 * @param name what its owner calls it
 * @param endpoint address at the browser's push service
 */
record DeviceRequest(
        @Nullable @Size(max = 100) String name,
        @NotBlank @Size(max = 1000) String endpoint,
        @NotNull @Valid Keys keys) {

    /** Keys of the browser, base64url without padding: 65 and 16 bytes (RFC 8291). */
    record Keys(
            @NotNull @Pattern(regexp = "B[A-Za-z0-9_-]{86}=?")
            String p256dh,

            @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{22}(==)?")
            String auth) {}

    /** Never the endpoint nor the keys. */
    @Override
    public String toString() {
        return "DeviceRequest[" + name + "]";
    }
}
