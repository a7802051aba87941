package okno.webhook.endpoint.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import okno.webhook.egress.SendResult;
import org.jspecify.annotations.Nullable;

/**
 * What came of a test message.
 *
 * @param delivered true for any 2xx
 * @param statusCode what the endpoint answered
 * @param failure why there is no answer, such as CONNECT_FAILED
 * @param durationMs how long it took
 * @param responseStart the first kilobyte of the answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TestResponse(
        boolean delivered,
        @Nullable Integer statusCode,
        @Nullable String failure,
        long durationMs,
        @Nullable String responseStart) {

    private static final int SHOWN = 1024;

    static TestResponse from(SendResult result) {
        long duration = result.duration().toMillis();
        return switch (result) {
            case SendResult.Failed failed ->
                new TestResponse(false, null, failed.failure().name(), duration, null);
            case SendResult.Answered answered ->
                new TestResponse(answered.ok(), answered.status(), null, duration, start(answered.body()));
        };
    }

    private static String start(byte[] body) {
        return new String(Arrays.copyOf(body, Math.min(body.length, SHOWN)), StandardCharsets.UTF_8);
    }
}
