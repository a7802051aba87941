package okno.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonLinesTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void the_last_line_says_how_many_came_before_it() {
        JsonLines.write(out, JsonMapper.shared(), lines -> {
            lines.line(Map.of("a", "две\nстроки"));
            lines.line(Map.of("b", 2));
        });
        assertThat(out.toString(UTF_8)).isEqualTo("{\"a\":\"две\\nстроки\"}\n{\"b\":2}\n{\"lines\":2}\n");
    }

    @Test
    void an_answer_that_breaks_off_has_no_last_line() {
        assertThatThrownBy(() -> JsonLines.write(out, JsonMapper.shared(), lines -> {
                    lines.line(Map.of("a", 1));
                    throw new IllegalStateException("the database is gone");
                }))
                .hasMessage("the database is gone");
        assertThat(out.toString(UTF_8)).isEqualTo("{\"a\":1}\n");
    }
}
