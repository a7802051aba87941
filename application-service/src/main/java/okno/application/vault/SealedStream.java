package okno.application.vault;

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

    private final Aead serviceKey;

    SealedStream(Aead serviceKey) {
        this.serviceKey = serviceKey;
    }

    /** Seals what is written; only closing the returned stream makes the content complete, and it closes {@code out}. */
    OutputStream seal(OutputStream out, byte[] place) throws IOException, GeneralSecurityException {
        byte[] key = Random.randBytes(KEY);
        byte[] sealedKey = serviceKey.encrypt(key, place);
        DataOutputStream header = new DataOutputStream(out);
        header.write(BEGINNING);
        header.writeInt(sealedKey.length);
        header.write(sealedKey);
        header.flush();
        return under(key).newEncryptingStream(out, place);
    }

    /** Opens {@code in} from its beginning; reading throws {@link IOException} when the content was changed. */
    InputStream open(InputStream in, byte[] place) throws IOException, GeneralSecurityException {
        DataInputStream header = new DataInputStream(in);
        byte[] beginning = header.readNBytes(BEGINNING.length);
        int length = header.readInt();
        if (!Arrays.equals(beginning, BEGINNING) || length <= 0 || length > MAX_SEALED_KEY) {
            throw new GeneralSecurityException("not a sealed document");
        }
        return under(serviceKey.decrypt(header.readNBytes(length), place)).newDecryptingStream(in, place);
    }

    private static StreamingAead under(byte[] key) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key, "HmacSha256", KEY, SEGMENT, 0);
    }
}
