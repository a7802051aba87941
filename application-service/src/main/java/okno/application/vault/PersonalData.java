package okno.application.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;

/**
 * Seals single values with AES-256-GCM. The place of a value ({@code table|row|column}) is authenticated with it, so a
 * sealed value moved to another row does not open.
 */
public final class PersonalData {

    private final Aead aead;

    PersonalData(Aead aead) {
        this.aead = aead;
    }

    public byte[] seal(String place, String clear) {
        return seal(place, clear.getBytes(UTF_8));
    }

    public byte[] seal(String place, byte[] clear) {
        try {
            return aead.encrypt(clear, place.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal " + place, e);
        }
    }

    public String open(String place, byte[] value) {
        return new String(openBytes(place, value), UTF_8);
    }

    /** Throws {@link IllegalStateException} when the value was changed, moved, or sealed with a key we do not hold. */
    public byte[] openBytes(String place, byte[] value) {
        try {
            return aead.decrypt(value, place.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot open " + place, e);
        }
    }
}
