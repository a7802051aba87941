package okno.application.scan;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;

/** Asks a ClamAV daemon, command INSTREAM of clamd(8): the content in pieces, each after its length, an empty one last. */
final class ClamdScanner implements MalwareScanner {

    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(US_ASCII);
    private static final int PIECE = 64 * 1024;
    /** A verdict is one line; more is not clamd. */
    private static final int MAX_ANSWER = 1024;

    private static final String BEGINNING = "stream: ";
    private static final String FOUND = " FOUND";

    private final String host;
    private final int port;
    private final int timeLimit;

    ClamdScanner(String host, int port, Duration timeLimit) {
        this.host = host;
        this.port = port;
        this.timeLimit = Math.toIntExact(timeLimit.toMillis());
    }

    @Override
    public Optional<String> scan(InputStream content) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), timeLimit);
            socket.setSoTimeout(timeLimit);
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), PIECE + 4));
            out.write(COMMAND);
            byte[] piece = new byte[PIECE];
            for (int count = content.read(piece); count >= 0; count = content.read(piece)) {
                // An empty piece would be the end.
                if (count > 0) {
                    out.writeInt(count);
                    out.write(piece, 0, count);
                }
            }
            out.writeInt(0);
            out.flush();
            return verdict(new String(socket.getInputStream().readNBytes(MAX_ANSWER), US_ASCII)
                    .replace("\0", "")
                    .strip());
        }
    }

    private static Optional<String> verdict(String answer) throws IOException {
        if (answer.equals(BEGINNING + "OK")) {
            return Optional.empty();
        }
        if (answer.startsWith(BEGINNING) && answer.endsWith(FOUND)) {
            return Optional.of(answer.substring(BEGINNING.length(), answer.length() - FOUND.length()));
        }
        throw new IOException("clamd gave no verdict");
    }
}
