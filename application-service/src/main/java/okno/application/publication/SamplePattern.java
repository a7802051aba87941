package okno.application.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes up a text for a regular expression of the plain kind that forms use: letters, {@code \d}, classes, groups with
 * alternatives, and the quantifiers. For anything else a passport gives an example.
 */
final class SamplePattern {

    private final String pattern;
    private final Random random;
    private int at;

    private SamplePattern(String pattern, Random random) {
        this.pattern = pattern;
        this.random = random;
    }

    /** The pattern is beyond us. */
    static final class Unsupported extends RuntimeException {

        Unsupported() {
            super("pattern", null, false, false);
        }
    }

    static String of(String pattern, Random random) {
        SamplePattern sample = new SamplePattern(pattern, random);
        String made = sample.alternatives();
        if (sample.at < pattern.length()) {
            throw new Unsupported();
        }
        return made;
    }

    private String alternatives() {
        List<String> ways = new ArrayList<>();
        ways.add(sequence());
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            ways.add(sequence());
        }
        return ways.get(random.nextInt(ways.size()));
    }

    private String sequence() {
        StringBuilder made = new StringBuilder();
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            int from = at;
            String atom = atom();
            int end = at;
            int times = times();
            int behind = at;
            for (int i = 0; i < times; i++) {
                if (i == 0) {
                    made.append(atom);
                } else {
                    at = from;
                    made.append(atom());
                }
            }
            at = Math.max(behind, end);
        }
        return made.toString();
    }

    private String atom() {
        char next = pattern.charAt(at++);
        return switch (next) {
            case '^', '$' -> "";
            case '.' -> "а";
            case '\\' -> escape(pattern.charAt(at++));
            case '[' -> oneOf();
            case '(' -> group();
            case '*', '+', '?', '{', '}', ']' -> throw new Unsupported();
            default -> String.valueOf(next);
        };
    }

    private String escape(char escaped) {
        return switch (escaped) {
            case 'd' -> String.valueOf(1 + random.nextInt(9));
            case 'w' -> "a";
            case 's' -> " ";
            default -> {
                if (Character.isLetterOrDigit(escaped)) {
                    throw new Unsupported();
                }
                yield String.valueOf(escaped);
            }
        };
    }

    private String oneOf() {
        int end = pattern.indexOf(']', at);
        if (end <= at || pattern.charAt(at) == '^') {
            throw new Unsupported();
        }
        String members = pattern.substring(at, end);
        at = end + 1;
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < members.length(); i++) {
            char member = members.charAt(i);
            if (member == '\\' && i + 1 < members.length()) {
                all.append(escape(members.charAt(++i)));
            } else if (i + 2 < members.length() && members.charAt(i + 1) == '-') {
                all.append(member).append(members.charAt(i + 2));
                i += 2;
            } else {
                all.append(member);
            }
        }
        return String.valueOf(all.charAt(random.nextInt(all.length())));
    }

    private String group() {
        if (pattern.startsWith("?:", at)) {
            at += 2;
        } else if (at < pattern.length() && pattern.charAt(at) == '?') {
            throw new Unsupported();
        }
        String made = alternatives();
        if (at >= pattern.length() || pattern.charAt(at) != ')') {
            throw new Unsupported();
        }
        at++;
        return made;
    }

    private int times() {
        if (at >= pattern.length()) {
            return 1;
        }
        return switch (pattern.charAt(at)) {
            case '?', '*' -> {
                at++;
                yield random.nextInt(2);
            }
            case '+' -> {
                at++;
                yield 1;
            }
            case '{' -> {
                int end = pattern.indexOf('}', at);
                String least = end < 0 ? "" : pattern.substring(at + 1, end).split(",", -1)[0];
                if (!least.matches("\\d{1,4}")) {
                    throw new Unsupported();
                }
                at = end + 1;
                yield Integer.parseInt(least);
            }
            default -> 1;
        };
    }
}
