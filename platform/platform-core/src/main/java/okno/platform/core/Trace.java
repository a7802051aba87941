package okno.platform.core;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Trace of the request or event that the current thread works on (W3C Trace Context).
 *
 * @param traceId 32 hex digits, the same across all services
 * @param spanId 16 hex digits
 */
public record Trace(String traceId, String spanId) {

    private static final Pattern TRACEPARENT =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}");
    private static final ThreadLocal<@Nullable Trace> CURRENT = new ThreadLocal<>();
    private static final RandomGenerator RANDOM = new SecureRandom();

    /** Continues the trace of a {@code traceparent} header, or begins a new one when it is missing or malformed. */
    public static Trace continueOrBegin(@Nullable String traceparent) {
        var matcher = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
        return new Trace(matcher.matches() ? matcher.group(1) : hex(16), hex(8));
    }

    public static @Nullable Trace current() {
        return CURRENT.get();
    }

    /** Makes it the current thread's trace until {@link #leave()}. */
    public void enter() {
        CURRENT.set(this);
    }

    public static void leave() {
        CURRENT.remove();
    }

    /** The {@code traceparent} header to send on. */
    public String traceparent() {
        return "00-" + traceId + "-" + spanId + "-00";
    }

    private static String hex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
