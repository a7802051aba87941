package okno.application.catalogue;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okno.platform.core.Problem;

/**
 * A condition of a passport in CEL (Common Expression Language): typed, without side effects, always ending. It can name
 * {@code form}, {@code today} (ISO date), {@code kind}, {@code ial}, {@code attached} (kinds of the documents) and {@code
 * register} (the register's answer; empty outside decision rules), and call {@code years(from, to)} and {@code days(from,
 * to)} on ISO dates besides CEL's own functions. Lists cannot be built by comprehension, so that memory is bounded by the
 * form's own size; regular expressions are RE2's, which take linear time. A register check names {@code form}, {@code record}
 * (the register's) and {@code today} only, so that it says the same whenever it is made.
 */
public final class Expression {

    private static final int MAX_CHARS = 1_000;
    private static final int MAX_DEPTH = 24;
    private static final int MAX_NODES = 300;
    private static final int MAX_ITERATIONS = 500;
    private static final int MAX_REGEX = 2_000;
    private static final Cel CEL = common().addVar("register", MapType.create(SimpleType.STRING, SimpleType.DYN))
            .addVar("kind", SimpleType.STRING)
            .addVar("ial", SimpleType.STRING)
            .addVar("attached", ListType.create(SimpleType.STRING))
            .build();
    private static final Cel REGISTER_CHECK = common().addVar(
                    "record", MapType.create(SimpleType.STRING, SimpleType.DYN))
            .build();

    private final CelRuntime.Program program;

    private Expression(CelRuntime.Program program) {
        this.program = program;
    }

    private static CelBuilder common() {
        return CelFactory.standardCelBuilder()
                .setOptions(CelOptions.current()
                        .maxExpressionCodePointSize(MAX_CHARS)
                        .maxParseRecursionDepth(MAX_DEPTH)
                        .maxParseExpressionNodeCount(MAX_NODES)
                        .comprehensionMaxIterations(MAX_ITERATIONS)
                        .maxRegexProgramSize(MAX_REGEX)
                        .build())
                .setStandardMacros(
                        CelStandardMacro.HAS,
                        CelStandardMacro.ALL,
                        CelStandardMacro.EXISTS,
                        CelStandardMacro.EXISTS_ONE)
                .addVar("form", MapType.create(SimpleType.STRING, SimpleType.DYN))
                .addVar("today", SimpleType.STRING)
                .addFunctionDeclarations(between("years"), between("days"))
                .addFunctionBindings(
                        CelFunctionBinding.from(
                                "years_between",
                                String.class,
                                String.class,
                                (from, to) -> ChronoUnit.YEARS.between(date(from), date(to))),
                        CelFunctionBinding.from(
                                "days_between",
                                String.class,
                                String.class,
                                (from, to) -> ChronoUnit.DAYS.between(date(from), date(to))))
                .setResultType(SimpleType.BOOL);
    }

    /**
     * Compiles a condition.
     *
     * @param pointer where it stands, for the fault
     * @throws Problem {@code expression_invalid} when it is too big, does not parse, names what is not there, or its type
     *     is not bool
     */
    static Expression compile(String text, String pointer) {
        return compile(CEL, text, pointer);
    }

    /** The same of a register check, which knows {@code record} but not who asks. */
    static Expression compileRegisterCheck(String text, String pointer) {
        return compile(REGISTER_CHECK, text, pointer);
    }

    private static Expression compile(Cel cel, String text, String pointer) {
        try {
            CelAbstractSyntaxTree tree = cel.compile(text).getAst();
            return new Expression(cel.createProgram(tree));
        } catch (CelValidationException | CelEvaluationException e) {
            throw Problem.invalid(pointer, "expression_invalid");
        }
    }

    /** What a condition is judged by; {@code register} is empty outside decision rules. */
    static Map<String, Object> variables(Map<String, Object> form, Facts facts, Map<String, Object> register) {
        return Map.of(
                "form", plain(form),
                "register", plain(register),
                "today", facts.today().toString(),
                "kind", facts.kind().name(),
                "ial", facts.ial(),
                "attached", List.copyOf(facts.attached()));
    }

    /** What a register check is judged by. */
    static Map<String, Object> variables(Map<String, Object> form, Map<String, Object> record, LocalDate today) {
        return Map.of("form", plain(form), "record", plain(record), "today", today.toString());
    }

    /**
     * Whether the condition is true.
     *
     * @throws Undecided when a field it needs is missing or of another type
     */
    boolean holds(Map<String, Object> variables) {
        try {
            return Boolean.TRUE.equals(program.eval(variables));
        } catch (CelEvaluationException e) {
            throw new Undecided();
        }
    }

    /** CEL knows 64-bit integers and doubles; JSON brings what fits. */
    private static Object plain(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, Object> copy = new LinkedHashMap<>();
                map.forEach((name, member) -> {
                    if (member != null) {
                        copy.put(String.valueOf(name), plain(member));
                    }
                });
                yield copy;
            }
            case List<?> list -> list.stream().map(Expression::plain).toList();
            case Integer number -> number.longValue();
            case Long number -> number;
            case Number number -> number.doubleValue();
            default -> value;
        };
    }

    private static CelFunctionDecl between(String name) {
        return CelFunctionDecl.newFunctionDeclaration(
                name,
                CelOverloadDecl.newGlobalOverload(
                        name + "_between", SimpleType.INT, SimpleType.STRING, SimpleType.STRING));
    }

    private static LocalDate date(String iso) {
        try {
            return LocalDate.parse(iso);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a date", e);
        }
    }

    /** A condition that cannot be judged by what there is. */
    static final class Undecided extends RuntimeException {

        Undecided() {
            super("undecided", null, false, false);
        }
    }
}
