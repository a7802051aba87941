package okno.application.catalogue;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A regular expression of a form, run by RE2: in time linear in the text, whatever the pattern. What a pattern may cost
 * is bounded, too, since RE2 writes every repetition out: {@code (((a{999}){999}){999})} would take all memory there is.
 */
public final class FormPattern {

    private static final long MAX_SIZE = 5_000;

    private FormPattern() {}

    /** Whether a pattern may be used. */
    public static boolean isValid(String pattern) {
        try {
            compile(pattern);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    /**
     * The pattern, ready to search.
     *
     * @throws PatternSyntaxException when it is not RE2's, or too big
     */
    static Pattern compile(String pattern) {
        if (size(pattern) > MAX_SIZE) {
            throw new PatternSyntaxException("pattern too big");
        }
        return Pattern.compile(pattern);
    }

    /** How many single steps the pattern is when its repetitions are written out; an estimate that is never too low. */
    static long size(String pattern) {
        Deque<Long> groups = new ArrayDeque<>();
        long sum = 0;
        long last = 0;
        int at = 0;
        while (at < pattern.length()) {
            char next = pattern.charAt(at);
            if (next == '(') {
                groups.push(sum);
                sum = 0;
                last = 0;
            } else if (next == ')' && !groups.isEmpty()) {
                last = sum + 1;
                sum = groups.pop() + last;
            } else if (next == '{') {
                long repeated = last * (most(pattern, at) - 1);
                last += repeated;
                sum += repeated;
            } else {
                last = 1;
                sum++;
            }
            if (sum > MAX_SIZE) {
                return sum;
            }
            at = behind(pattern, at);
        }
        return sum;
    }

    /** The upper bound of a repetition, or the lower where that is all there is; at least 1. */
    private static long most(String pattern, int brace) {
        int end = pattern.indexOf('}', brace);
        long most = 1;
        if (end > brace) {
            for (String bound : pattern.substring(brace + 1, end).split(",", -1)) {
                if (bound.matches("[0-9]{1,9}")) {
                    most = Math.max(most, Long.parseLong(bound));
                }
            }
        }
        return most;
    }

    private static int behind(String pattern, int at) {
        return switch (pattern.charAt(at)) {
            case '\\' -> at + 2;
            case '[' -> Math.max(at, pattern.indexOf(']', at + 1)) + 1;
            case '{' -> Math.max(at, pattern.indexOf('}', at)) + 1;
            default -> at + 1;
        };
    }
}
