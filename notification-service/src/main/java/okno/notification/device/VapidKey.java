package okno.notification.device;

import com.interaso.webpush.VapidKeys;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The key that we are known by at the push services, where there is one. */
@Component
public class VapidKey {

    private final @Nullable VapidKeys keys;

    VapidKey(PushProperties properties) {
        Path file = properties.keyFile();
        this.keys = file == null || file.toString().isBlank() ? null : read(file);
    }

    private static VapidKeys read(Path file) {
        try {
            ECKey key = ECKey.parse(Files.readString(file));
            return new VapidKeys(key.toECPublicKey(), key.toECPrivateKey());
        } catch (IOException e) {
            throw new UncheckedIOException("VAPID key cannot be read: " + file, e);
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("not a P-256 private key as JWK: " + file, e);
        }
    }

    public Optional<VapidKeys> keys() {
        return Optional.ofNullable(keys);
    }

    /** What a browser subscribes with ({@code applicationServerKey}), base64url; empty when there is no push here. */
    public Optional<String> applicationServerKey() {
        return keys().map(found ->
                Base64.getUrlEncoder().withoutPadding().encodeToString(found.getApplicationServerKey()));
    }
}
