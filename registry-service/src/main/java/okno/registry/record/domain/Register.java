package okno.registry.record.domain;

import java.util.Arrays;
import java.util.Locale;
import okno.platform.core.Problem;

/** The registers kept here; the path segment is the lower-case name. */
public enum Register {
    /** State register of legal entities, 129-FZ. */
    EGRUL,
    /** State register of sole traders, 129-FZ. */
    EGRIP;

    /** The register of a path segment; an unknown one is not there. */
    public static Register ofPath(String segment) {
        return Arrays.stream(values())
                .filter(register -> register.path().equals(segment.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }
}
