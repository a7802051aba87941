package okno.platform.web;

import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;

/** Versions of aggregates as strong entity tags (RFC 9110, 8.8.3): version 7 is {@code "7"}. */
public final class ETags {

    private ETags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that {@code If-Match} names.
     *
     * @throws Problem {@code precondition_required} (428) when the header is missing, {@code stale_version} (412) when
     *     it cannot be one of our versions
     */
    public static long version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(ProblemKind.PRECONDITION_REQUIRED, "if_match_required");
        }
        if (!ifMatch.matches("\"\\d{1,18}\"")) {
            throw Problem.stale();
        }
        return Long.parseLong(ifMatch.substring(1, ifMatch.length() - 1));
    }
}
