package okno.webhook.signing;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * Symmetric secret of one endpoint as Standard Webhooks writes it: {@code whsec_} and 24 to 64 random bytes in base64.
 * It prints as stars, so that no log can show it.
 */
public final class SigningSecret {

    private static final String PREFIX = "whsec_";
    private static final int NEW_SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    private SigningSecret(byte[] bytes) {
        if (bytes.length < 24 || bytes.length > 64) {
            throw new IllegalArgumentException("a signing secret has 24 to 64 bytes");
        }
        this.bytes = bytes;
    }

    public static SigningSecret random() {
        byte[] bytes = new byte[NEW_SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return new SigningSecret(bytes);
    }

    /** Reads the text form. */
    public static SigningSecret parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a signing secret begins with " + PREFIX);
        }
        return new SigningSecret(Base64.getDecoder().decode(text.substring(PREFIX.length())));
    }

    static SigningSecret of(byte[] bytes) {
        return new SigningSecret(bytes.clone());
    }

    /** The text form, to be shown to the owner once. */
    public String reveal() {
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return PREFIX + "***";
    }
}
