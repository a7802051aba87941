package okno.webhook.egress;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of one POST. */
public sealed interface SendResult {

    Duration duration();

    /**
     * The endpoint answered.
     *
     * @param status HTTP status code
     * @param retryAfter what {@code Retry-After} asks for, counted from the answer; null when it does not
     * @param body the answer, cut at the cap
     */
    record Answered(int status, @Nullable Duration retryAfter, byte[] body, Duration duration) implements SendResult {

        public boolean ok() {
            return status >= 200 && status < 300;
        }
    }

    /** There is no answer. */
    record Failed(Failure failure, Duration duration) implements SendResult {}

    /** Why there is no answer. */
    enum Failure {
        /** The name does not exist or was not resolved in time. */
        NAME_UNRESOLVED,
        /** The name leads to an address that is not public; nothing was connected to. */
        ADDRESS_FORBIDDEN,
        /** Nobody listens, or the connection took too long. */
        CONNECT_FAILED,
        /** The certificate or the protocol of TLS was not acceptable. */
        TLS_FAILED,
        /** The answer did not come before the deadline. */
        TIMED_OUT,
        /** The connection broke. */
        BROKEN
    }
}
