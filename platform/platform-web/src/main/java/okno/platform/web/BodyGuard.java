package okno.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Set;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies that are too large, with or without {@code Content-Length}, and texts that are not UTF-8. Uploads
 * (multipart, octet streams, documents) have limits of their own.
 */
final class BodyGuard extends OncePerRequestFilter {

    private static final Set<String> TEXT_SUBTYPES = Set.of("json", "xml", "x-www-form-urlencoded");

    private final ProblemWriter writer;

    BodyGuard(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        MediaType type;
        try {
            type = request.getContentType() == null ? null : MediaType.parseMediaType(request.getContentType());
        } catch (InvalidMediaTypeException e) {
            writer.write(request, response, new Problem(ProblemKind.UNSUPPORTED_CONTENT, "unsupported_media_type"));
            return;
        }
        if (!isText(type)) {
            chain.doFilter(request, response);
        } else if (type != null && type.getCharset() != null && !UTF_8.equals(type.getCharset())) {
            writer.write(request, response, new Problem(ProblemKind.UNSUPPORTED_CONTENT, "unsupported_media_type"));
        } else if (request.getContentLengthLong() > ParserLimits.BODY_BYTES) {
            writer.write(request, response, new Problem(ProblemKind.TOO_LARGE, "too_large"));
        } else {
            chain.doFilter(new LimitedRequest(request), response);
        }
    }

    private static boolean isText(@Nullable MediaType type) {
        return type == null
                || type.getType().equals("text")
                || TEXT_SUBTYPES.contains(type.getSubtype())
                || type.getSubtype().endsWith("+json")
                || type.getSubtype().endsWith("+xml");
    }

    private static final class LimitedRequest extends HttpServletRequestWrapper {

        private @Nullable ServletInputStream limited;

        LimitedRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (limited == null) {
                limited = new LimitedStream(super.getInputStream());
            }
            return limited;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), UTF_8));
        }
    }

    private static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream stream;
        private int left = ParserLimits.BODY_BYTES;

        LimitedStream(ServletInputStream stream) {
            this.stream = stream;
        }

        @Override
        public int read() throws IOException {
            int read = stream.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = stream.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws BodyTooLarge {
            left -= read;
            if (left < 0) {
                throw new BodyTooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return stream.isFinished();
        }

        @Override
        public boolean isReady() {
            return stream.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            stream.setReadListener(listener);
        }
    }
}
