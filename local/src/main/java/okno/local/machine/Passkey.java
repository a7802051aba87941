package okno.local.machine;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;

/**
 * A passkey without a device: the key lies in a file, and the answers are those of an authenticator that has verified its
 * owner (Web Authentication Level 3, 6.1 and 7.2). So programs log in as demo users with two factors.
 */
public final class Passkey {

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
    private static final int USER_PRESENT_AND_VERIFIED = 0b101;
    private static final int COORDINATE = 32;
    // COSE (RFC 9053, 7.1.1): {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
    private static final byte[] BEFORE_X = {(byte) 0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, COORDINATE};
    private static final byte[] BEFORE_Y = {0x22, 0x58, COORDINATE};

    private final ECKey key;

    public Passkey(ECKey key) {
        this.key = key;
    }

    /** What Keycloak stores of it: the JSON of its {@code WebAuthnCredentialData}. */
    public String credentialData() {
        var cose = new ByteArrayOutputStream();
        cose.writeBytes(BEFORE_X);
        cose.writeBytes(key.getX().decode());
        cose.writeBytes(BEFORE_Y);
        cose.writeBytes(key.getY().decode());
        return """
                {"aaguid":"00000000-0000-0000-0000-000000000000","credentialId":"%s","counter":0,\
                "credentialPublicKey":"%s","attestationStatementFormat":"none","transports":["internal"]}\
                """.formatted(Base64.getEncoder().encodeToString(id()), BASE64URL.encodeToString(cose.toByteArray()));
    }

    /**
     * The fields of Keycloak's form.
     *
     * @param origin of the page that asks; its host is the relying party
     * @param challenge Base64url, as the page has it
     */
    public Map<String, String> answer(URI origin, String challenge) {
        String client = "{\"type\":\"webauthn.get\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(challenge, origin);
        var data = new ByteArrayOutputStream();
        data.writeBytes(sha256(origin.getHost().getBytes(US_ASCII)));
        data.write(USER_PRESENT_AND_VERIFIED);
        data.writeBytes(new byte[4]); // a counter that stays at zero is none
        byte[] authenticator = data.toByteArray();
        return Map.of(
                "clientDataJSON", BASE64URL.encodeToString(client.getBytes(UTF_8)),
                "authenticatorData", BASE64URL.encodeToString(authenticator),
                "signature", BASE64URL.encodeToString(sign(authenticator, sha256(client.getBytes(UTF_8)))),
                "credentialId", BASE64URL.encodeToString(id()),
                // Empty where the page knows the person, and never missing: that would be "no answer".
                "userHandle", "");
    }

    private byte[] id() {
        return key.getKeyID().getBytes(US_ASCII);
    }

    private byte[] sign(byte[] authenticator, byte[] client) {
        try {
            Signature signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(key.toECPrivateKey());
            signer.update(authenticator);
            signer.update(client);
            return signer.sign();
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
