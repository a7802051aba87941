package okno.platform.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The one way to refuse: a kind, a stable code and the faults found. Services derive sealed refusals from it; the web
 * edge renders it as RFC 9457 problem+json in the caller's language. It carries no HTTP and no personal data.
 */
public class Problem extends RuntimeException {

    private static final Set<String> MEMBERS =
            Set.of("type", "title", "status", "detail", "instance", "code", "traceId", "errors");

    private final ProblemKind kind;
    private final String code;
    private final transient List<Object> args;
    private final transient List<FieldFault> faults;
    private final transient Map<String, Object> extensions = new LinkedHashMap<>();

    public Problem(ProblemKind kind, String code, Object... args) {
        this(kind, code, List.of(args), List.of());
    }

    public Problem(ProblemKind kind, String code, List<Object> args, List<FieldFault> faults) {
        // A refusal is an answer, not an accident: no stack trace is taken.
        super(code, null, false, false);
        this.kind = kind;
        this.code = code;
        this.args = List.copyOf(args);
        this.faults = List.copyOf(faults);
    }

    /** "Not there" and "not yours" alike. */
    public static Problem notFound() {
        return new Problem(ProblemKind.NOT_FOUND, "not_found");
    }

    /** The caller's {@code If-Match} names an older version. */
    public static Problem stale() {
        return new Problem(ProblemKind.STALE, "stale_version");
    }

    /** Content refused for the faults given; at least one. */
    public static Problem invalid(List<FieldFault> faults) {
        return new Problem(ProblemKind.INVALID, "invalid_content", List.of(), faults);
    }

    public static Problem invalid(String pointer, String code, Object... args) {
        return invalid(List.of(FieldFault.at(pointer, code, args)));
    }

    public ProblemKind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public List<Object> args() {
        return args;
    }

    public List<FieldFault> faults() {
        return faults;
    }

    /**
     * Adds an extension member, such as what would be allowed instead; a text or a list of texts.
     *
     * @throws IllegalArgumentException when the name is a member that every problem has (RFC 9457, 3.1)
     */
    public Problem with(String name, Object value) {
        if (MEMBERS.contains(name)) {
            throw new IllegalArgumentException(name + " is a member of every problem");
        }
        extensions.put(name, value);
        return this;
    }

    public Map<String, Object> extensions() {
        return Map.copyOf(extensions);
    }
}
