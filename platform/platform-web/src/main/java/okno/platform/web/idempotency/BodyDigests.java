package okno.platform.web.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeMap;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;

/** Digests of bodies that the container parses itself: forms and multipart, whose boundary differs at every send. */
final class BodyDigests {

    private BodyDigests() {}

    static boolean isParsedByContainer(HttpServletRequest request) {
        return isMultipart(request) || isForm(request);
    }

    /**
     * Digest of the form fields or of the parts.
     *
     * @throws Problem {@code too_large} or {@code malformed_body} when the container cannot parse them
     */
    static byte[] of(HttpServletRequest request) throws IOException {
        MessageDigest digest = CallKey.sha256();
        if (isForm(request)) {
            new TreeMap<>(request.getParameterMap())
                    .forEach((name, values) ->
                            digest.update((name + '=' + Arrays.toString(values) + '\n').getBytes(UTF_8)));
            return digest.digest();
        }
        try {
            for (Part part : request.getParts()) {
                digest.update(("%s\n%s\n%s\n%d\n"
                                .formatted(
                                        part.getName(),
                                        part.getSubmittedFileName(),
                                        part.getContentType(),
                                        part.getSize()))
                        .getBytes(UTF_8));
                try (InputStream content = part.getInputStream();
                        OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                    content.transferTo(sink);
                }
            }
        } catch (IllegalStateException e) {
            // Tomcat says so, and only so, when a part or the whole is beyond the multipart limits.
            throw new Problem(ProblemKind.TOO_LARGE, "too_large");
        } catch (ServletException e) {
            throw new Problem(ProblemKind.MALFORMED, "malformed_body");
        }
        return digest.digest();
    }

    private static boolean isMultipart(HttpServletRequest request) {
        return typeOf(request).startsWith("multipart/");
    }

    private static boolean isForm(HttpServletRequest request) {
        return typeOf(request).startsWith("application/x-www-form-urlencoded");
    }

    private static String typeOf(HttpServletRequest request) {
        return request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT);
    }
}
