package okno.notification.device;

import java.net.URI;
import java.util.UUID;

/**
 * A browser's subscription.
 *
 * @param endpoint where its push service takes messages for it
 * @param publicKey {@code p256dh}: 65 bytes, an uncompressed point of P-256
 * @param authSecret {@code auth}: 16 bytes
 */
// Never compared, only used.
@SuppressWarnings("ArrayRecordComponent")
public record Device(UUID id, URI endpoint, byte[] publicKey, byte[] authSecret) {

    /** The endpoint alone lets anybody push. */
    @Override
    public String toString() {
        return "Device[" + id + "]";
    }
}
