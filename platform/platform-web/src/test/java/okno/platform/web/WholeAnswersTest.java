package okno.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLConnection;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@EdgeTest
class WholeAnswersTest {

    @LocalServerPort
    int port;

    @Test
    void an_answer_that_fits_leaves_in_one_piece_with_its_length() {
        HttpResponse<String> answer = new Edge(port).get("/entities");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Transfer-Encoding")).isEmpty();
        assertThat(answer.headers().firstValueAsLong("Content-Length"))
                .hasValue(answer.body().getBytes(UTF_8).length);
    }

    @Test
    void an_event_leaves_before_the_next_one_is_there() throws IOException {
        URLConnection connection =
                URI.create("http://localhost:" + port + "/events").toURL().openConnection();
        connection.setReadTimeout(5_000);
        try (BufferedReader events = new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8))) {
            assertThat(events.readLine()).isEqualTo("data: first");
            EdgeApp.RECEIVED.release();

            assertThat(events.readAllAsString()).contains("data: second");
        }
    }
}
