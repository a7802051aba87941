package okno.platform.web.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;

/** A request whose body was read once for its digest and can be read again; large ones wait in a temporary file. */
final class ReplayableBody extends HttpServletRequestWrapper implements AutoCloseable {

    private static final int IN_MEMORY = 1 << 20;

    private final byte[] head;
    private final @Nullable Path spooled;
    private final byte[] digest;

    private ReplayableBody(HttpServletRequest request, byte[] head, @Nullable Path spooled, byte[] digest) {
        super(request);
        this.head = head;
        this.spooled = spooled;
        this.digest = digest;
    }

    /**
     * Reads the body.
     *
     * @throws Problem {@code too_large} beyond {@code limit} bytes
     */
    static ReplayableBody read(HttpServletRequest request, long limit) throws IOException {
        MessageDigest digest = CallKey.sha256();
        InputStream body = request.getInputStream();
        byte[] head = body.readNBytes(IN_MEMORY);
        digest.update(head);
        if (head.length < IN_MEMORY) {
            return new ReplayableBody(request, head, null, digest.digest());
        }
        Path file = Files.createTempFile("okno-body", ".part");
        boolean complete = false;
        try (OutputStream out = Files.newOutputStream(file)) {
            long size = head.length;
            byte[] buffer = new byte[64 << 10];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw new Problem(ProblemKind.TOO_LARGE, "too_large");
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
            complete = true;
        } finally {
            if (!complete) {
                Files.deleteIfExists(file);
            }
        }
        return new ReplayableBody(request, head, file, digest.digest());
    }

    byte[] digest() {
        return digest;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        InputStream start = new ByteArrayInputStream(head);
        return new Replay(
                spooled == null
                        ? start
                        : new SequenceInputStream(start, new BufferedInputStream(Files.newInputStream(spooled))));
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), UTF_8));
    }

    @Override
    public void close() throws IOException {
        if (spooled != null) {
            Files.deleteIfExists(spooled);
        }
    }

    private static final class Replay extends ServletInputStream {

        private final InputStream source;
        private boolean finished;

        Replay(InputStream source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            int read = source.read();
            finished = read < 0;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = source.read(buffer, offset, length);
            finished = read < 0;
            return read;
        }

        @Override
        public void close() throws IOException {
            source.close();
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("bodies are read blocking, on virtual threads");
        }
    }
}
