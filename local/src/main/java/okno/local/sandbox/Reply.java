package okno.local.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One HTTP answer. */
record Reply(int status, Map<String, String> headers, byte[] body) {

    static Reply json(int status, Object value) {
        return new Reply(status, Map.of("Content-Type", "application/json"), Call.JSON.writeValueAsBytes(value));
    }

    static Reply html(String page) {
        return new Reply(
                200, Map.of("Content-Type", "text/html; charset=utf-8"), page.getBytes(StandardCharsets.UTF_8));
    }

    /** The browser asks for the address with GET next. */
    static Reply seeOther(String location) {
        return new Reply(303, Map.of("Location", location), new byte[0]);
    }

    static Reply status(int status) {
        return new Reply(status, Map.of(), new byte[0]);
    }

    static Reply fault(int status, String reason) {
        return json(status, Map.of("error", reason));
    }
}
