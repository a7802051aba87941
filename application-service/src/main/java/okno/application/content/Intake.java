package okno.application.content;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;

/** Content on its way in: measured and hashed as it is read, and refused as soon as it is longer than allowed. */
public final class Intake extends FilterInputStream {

    private final long maxBytes;
    private final MessageDigest digest;
    private long size;

    public Intake(InputStream content, long maxBytes) {
        super(content);
        this.maxBytes = maxBytes;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Bytes read so far. */
    public long size() {
        return size;
    }

    /** Of everything read, hex; to be asked once, at the end. */
    public String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** @throws Problem {@code file_too_large} (413) */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            size += count;
            if (size > maxBytes) {
                throw new Problem(ProblemKind.TOO_LARGE, "file_too_large", maxBytes / 1024);
            }
            digest.update(buffer, offset, count);
        }
        return count;
    }

    /** Everything is read: what is skipped would be neither measured nor hashed. */
    @Override
    public long skip(long count) {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
