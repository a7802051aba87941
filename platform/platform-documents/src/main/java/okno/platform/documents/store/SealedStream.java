package okno.platform.documents.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.Random;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Envelope encryption of content of any length: {@code OKN1}, the length of the sealed key (4 bytes, big endian), the
 * document's own key sealed by the service's, then segments of 64 KiB under AES-256-GCM-HKDF (Tink's StreamingAead).
 * Segments cannot be reordered, cut off or moved to another place; the place is authenticated with key and content.
 */
final class SealedStream {

    static final byte[] BEGINNING = {'O', 'K', 'N', '1'};
    static final int SEGMENT = 64 * 1024;
    private static final int KEY = 32;
    /** A sealed key has some 70 bytes; more is not one of ours and must not decide how much is read. */
    private static final int MAX_SEALED_KEY = 1024;
    /** What Tink writes before a ciphertext says by which key of the keyset it was made: version and key id. */
    private static final int KEY_PREFIX = 5;

    private final Aead serviceKey;

    SealedStream(Aead serviceKey) {
        this.serviceKey = serviceKey;
    }

    /** What stands before the segments. */
    record Header(byte[] sealedKey) {

        static Header read(InputStream in) throws IOException, GeneralSecurityException {
            DataInputStream header = new DataInputStream(in);
            byte[] beginning = header.readNBytes(BEGINNING.length);
            int length = header.readInt();
            if (!Arrays.equals(beginning, BEGINNING) || length <= 0 || length > MAX_SEALED_KEY) {
                throw new GeneralSecurityException("not a sealed document");
            }
            return new Header(header.readNBytes(length));
        }

        void write(OutputStream out) throws IOException {
            DataOutputStream header = new DataOutputStream(out);
            header.write(BEGINNING);
            header.writeInt(sealedKey.length);
            header.write(sealedKey);
            header.flush();
        }
    }

    /** Seals what is written; only closing the returned stream makes the content complete, and it closes {@code out}. */
    OutputStream seal(OutputStream out, byte[] place) throws IOException, GeneralSecurityException {
        byte[] key = Random.randBytes(KEY);
        new Header(serviceKey.encrypt(key, place)).write(out);
        return under(key).newEncryptingStream(out, place);
    }

    /** Opens {@code in} from its beginning; reading throws {@link IOException} when the content was changed. */
    InputStream open(InputStream in, byte[] place) throws IOException, GeneralSecurityException {
        Header header = Header.read(in);
        return under(serviceKey.decrypt(header.sealedKey, place)).newDecryptingStream(in, place);
    }

    /** Whether the document's key is sealed by the service's present key and not by one before. */
    boolean isPresent(Header header) throws GeneralSecurityException {
        return header.sealedKey.length > KEY_PREFIX
                && Arrays.equals(Arrays.copyOf(header.sealedKey, KEY_PREFIX), presentPrefix());
    }

    /** The same key of the document, sealed by the service's present one. */
    Header renew(Header header, byte[] place) throws GeneralSecurityException {
        return new Header(serviceKey.encrypt(serviceKey.decrypt(header.sealedKey, place), place));
    }

    /** A name of the service's present key. */
    String presentKey() {
        try {
            return HexFormat.of().formatHex(presentPrefix());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the service's key does not seal", e);
        }
    }

    private byte[] presentPrefix() throws GeneralSecurityException {
        return Arrays.copyOf(serviceKey.encrypt(new byte[0], new byte[0]), KEY_PREFIX);
    }

    private static StreamingAead under(byte[] key) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key, "HmacSha256", KEY, SEGMENT, 0);
    }
}
