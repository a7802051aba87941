package okno.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets an answer leave in one piece. Spring MVC flushes what a handler gives as a {@code ResponseEntity}, and then the server,
 * which cannot know that it was all, sends it in chunks and the end in a packet of its own; unflushed, an answer that fits
 * into its buffer goes out once, with its length. What is sent bit by bit, asynchronously or as an event stream, is flushed
 * as ever.
 */
final class WholeAnswers extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new Unflushed(request, response));
    }

    private static final class Unflushed extends HttpServletResponseWrapper {

        private final HttpServletRequest request;
        private @Nullable ServletOutputStream body;

        Unflushed(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public void flushBuffer() throws IOException {
            if (isSentBitByBit()) {
                super.flushBuffer();
            }
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            ServletOutputStream known = body;
            if (known == null) {
                known = new Body(super.getOutputStream());
                body = known;
            }
            return known;
        }

        private boolean isSentBitByBit() {
            String type = getContentType();
            return request.isAsyncStarted() || (type != null && type.startsWith(MediaType.TEXT_EVENT_STREAM_VALUE));
        }

        private final class Body extends ServletOutputStream {

            private final ServletOutputStream out;

            Body(ServletOutputStream out) {
                this.out = out;
            }

            @Override
            public void flush() throws IOException {
                if (isSentBitByBit()) {
                    out.flush();
                }
            }

            @Override
            public void write(int one) throws IOException {
                out.write(one);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                out.close();
            }

            @Override
            public boolean isReady() {
                return out.isReady();
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                out.setWriteListener(listener);
            }
        }
    }
}
