package okno.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer of many JSON values, one a line ({@code application/x-ndjson}), written while they are read from the
 * database: it may be of any length and is never in memory as a whole. The last line says how many came before it, so a
 * reader can tell a whole answer from one that broke off.
 */
public final class JsonLines {

    public static final String MEDIA_TYPE = "application/x-ndjson";

    private final OutputStream out;
    private final JsonMapper json;
    private long written;

    private JsonLines(OutputStream out, JsonMapper json) {
        this.out = out;
        this.json = json;
    }

    /** Writes all that the source gives, and the last line {@code {"lines": n}}. */
    public static void write(OutputStream out, JsonMapper json, Consumer<JsonLines> source) {
        JsonLines lines = new JsonLines(out, json);
        source.accept(lines);
        lines.line(Map.of("lines", lines.written));
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void line(Object value) {
        try {
            out.write(json.writeValueAsString(value).getBytes(UTF_8));
            out.write('\n');
            written++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
