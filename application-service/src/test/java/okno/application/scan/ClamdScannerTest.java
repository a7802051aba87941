package okno.application.scan;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a daemon that follows clamd(8), played here. */
class ClamdScannerTest {

    private static final byte[] CONTENT = "x".repeat(200_000).getBytes(US_ASCII);

    private ServerSocket daemon;
    private ClamdScanner scanner;

    @BeforeEach
    void aDaemon() throws IOException {
        daemon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        scanner = new ClamdScanner("localhost", daemon.getLocalPort(), Duration.ofMillis(500));
    }

    @AfterEach
    void end() throws IOException {
        daemon.close();
    }

    @Test
    void sends_the_content_in_pieces_and_reads_the_verdict() throws IOException {
        CompletableFuture<byte[]> received = answers("stream: OK\0");

        assertThat(scanner.scan(new ByteArrayInputStream(CONTENT))).isEmpty();

        assertThat(received.join()).isEqualTo(CONTENT);
    }

    @Test
    void names_what_was_found() throws IOException {
        answers("stream: Win.Test.EICAR_HDB-1 FOUND\0");

        assertThat(scanner.scan(new ByteArrayInputStream(CONTENT))).contains("Win.Test.EICAR_HDB-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSTREAM size limit exceeded. ERROR\0", "stream: OK of a kind\0", "HTTP/1.1 200 OK", ""})
    void no_other_answer_is_a_verdict(String answer) {
        answers(answer);

        assertThatThrownBy(() -> scanner.scan(new ByteArrayInputStream(CONTENT)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void waits_for_a_silent_daemon_as_long_as_it_was_told() {
        // Accepted by the system, answered by nobody.
        assertThatThrownBy(() -> scanner.scan(new ByteArrayInputStream(new byte[10])))
                .isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void a_daemon_that_is_not_there_gives_no_verdict() throws IOException {
        daemon.close();

        assertThatThrownBy(() -> scanner.scan(new ByteArrayInputStream(CONTENT)))
                .isInstanceOf(IOException.class);
    }

    private CompletableFuture<byte[]> answers(String answer) {
        CompletableFuture<byte[]> received = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try (Socket caller = daemon.accept()) {
                DataInputStream in = new DataInputStream(caller.getInputStream());
                assertThat(new String(in.readNBytes(10), US_ASCII)).isEqualTo("zINSTREAM\0");
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    content.write(in.readNBytes(length));
                }
                received.complete(content.toByteArray());
                caller.getOutputStream().write(answer.getBytes(US_ASCII));
            } catch (IOException | AssertionError e) {
                received.completeExceptionally(e);
            }
        });
        return received;
    }
}
