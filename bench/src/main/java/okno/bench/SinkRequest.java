package okno.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Reads one request after another from a connection: a line, headers, a body of known length. */
final class SinkRequest {

    private static final String CHALLENGE = "\"challenge\":\"";

    private final byte[] head = new byte[8192];
    private String headText = "";
    private byte[] body = new byte[0];

    /** False when the connection ends before another request. */
    boolean read(InputStream in) throws IOException {
        int length = 0;
        int next = in.read();
        while (next >= 0) {
            head[length++] = (byte) next;
            if (next == '\n' && length >= 4 && head[length - 2] == '\r' && head[length - 3] == '\n') {
                headText = new String(head, 0, length, ISO_8859_1);
                body = in.readNBytes(Integer.parseInt(header("content-length")));
                return true;
            }
            next = in.read();
        }
        return false;
    }

    String path() {
        return headText.substring(headText.indexOf(' ') + 1, headText.indexOf(' ', 5));
    }

    String header(String name) {
        String lower = headText.toLowerCase(Locale.ROOT);
        int at = lower.indexOf("\n" + name + ":");
        return at < 0
                ? ""
                : headText.substring(at + name.length() + 2, headText.indexOf('\r', at))
                        .strip();
    }

    String body() {
        return new String(body, UTF_8);
    }

    /** Text of a field of the body, wherever it stands. */
    String field(String name) {
        String text = body();
        int from = text.indexOf("\"" + name + "\":\"") + name.length() + 4;
        return text.substring(from, text.indexOf('"', from));
    }

    /** Only short bodies can be one, and no message of ours is. */
    boolean isChallenge() {
        return body.length < 400 && body().contains("okno.endpoint.challenge");
    }

    byte[] challengeAnswer() {
        String text = body();
        int from = text.lastIndexOf(CHALLENGE) + CHALLENGE.length();
        return ("{" + CHALLENGE + text.substring(from, text.indexOf('"', from)) + "\"}").getBytes(UTF_8);
    }
}
