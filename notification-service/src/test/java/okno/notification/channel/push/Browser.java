package okno.notification.channel.push;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import okno.notification.device.Device;

/** A browser with its keys, which decrypts what it was pushed by RFC 8291 and RFC 8188, written from their text. */
public final class Browser {

    private final KeyPair keys;
    private final byte[] auth = new byte[16];

    public Browser() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
            new java.security.SecureRandom().nextBytes(auth);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Device device(URI endpoint) {
        return new Device(UUID.randomUUID(), endpoint, publicKey(), auth);
    }

    public String p256dh() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(publicKey());
    }

    public String auth() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(auth);
    }

    private byte[] publicKey() {
        return point((ECPublicKey) keys.getPublic());
    }

    private static byte[] point(ECPublicKey key) {
        return ByteBuffer.allocate(65)
                .put((byte) 4)
                .put(fixed(key.getW().getAffineX()))
                .put(fixed(key.getW().getAffineY()))
                .array();
    }

    private static byte[] fixed(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return fixed;
    }

    public byte[] decrypt(byte[] body) {
        try {
            ByteBuffer header = ByteBuffer.wrap(body);
            byte[] salt = new byte[16];
            header.get(salt);
            header.getInt();
            byte[] senderPoint = new byte[header.get()];
            header.get(senderPoint);
            byte[] encrypted = new byte[header.remaining()];
            header.get(encrypted);

            var agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(keys.getPrivate());
            agreement.doPhase(publicKeyOf(senderPoint), true);
            byte[] secret = agreement.generateSecret();
            byte[] info = concat("WebPush: info\0".getBytes(US_ASCII), publicKey(), senderPoint, new byte[] {1});
            byte[] ikm = hmac(hmac(auth, secret), info);
            byte[] prk = hmac(salt, ikm);
            byte[] key = Arrays.copyOf(hmac(prk, "Content-Encoding: aes128gcm\0\1".getBytes(US_ASCII)), 16);
            byte[] nonce = Arrays.copyOf(hmac(prk, "Content-Encoding: nonce\0\1".getBytes(US_ASCII)), 12);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            byte[] padded = cipher.doFinal(encrypted);
            int end = padded.length - 1;
            while (padded[end] == 0) {
                end--;
            }
            if (padded[end] != 2) {
                throw new IllegalStateException("not the last record");
            }
            return Arrays.copyOf(padded, end);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECPublicKey publicKeyOf(byte[] point) throws GeneralSecurityException {
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        var w = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(point, 1, 33)),
                new BigInteger(1, Arrays.copyOfRange(point, 33, 65)));
        return (ECPublicKey) KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(w, parameters.getParameterSpec(ECParameterSpec.class)));
    }

    private static byte[] hmac(byte[] key, byte[] content) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(content);
    }

    private static byte[] concat(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }
}
