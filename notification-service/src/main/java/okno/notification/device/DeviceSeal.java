package okno.notification.device;

import java.net.URI;
import java.util.Base64;
import java.util.UUID;
import okno.notification.protection.Seal;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Seals subscriptions for the database, each bound to its row. */
@Component
class DeviceSeal {

    private static final JsonMapper JSON = new JsonMapper();

    private final Seal seal;

    DeviceSeal(Seal seal) {
        this.seal = seal;
    }

    byte[] seal(Device device) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        var subscription = new Subscription(
                device.endpoint().toString(),
                base64.encodeToString(device.publicKey()),
                base64.encodeToString(device.authSecret()));
        return seal.seal(JSON.writeValueAsBytes(subscription), purpose(device.id()));
    }

    Device open(UUID id, byte[] sealed) {
        byte[] json = seal.open(sealed, purpose(id))
                .orElseThrow(() -> new IllegalStateException("device " + id + " cannot be opened"));
        var subscription = JSON.readValue(json, Subscription.class);
        Base64.Decoder base64 = Base64.getUrlDecoder();
        return new Device(
                id,
                URI.create(subscription.endpoint()),
                base64.decode(subscription.p256dh()),
                base64.decode(subscription.auth()));
    }

    private static String purpose(UUID id) {
        return "device:" + id;
    }
}
