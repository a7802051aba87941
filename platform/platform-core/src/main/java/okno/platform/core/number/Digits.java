package okno.platform.core.number;

/** Arithmetic that the check-digit rules share. */
final class Digits {

    private Digits() {}

    /** Trims and drops the spaces, no-break spaces and hyphens that people type between groups. */
    static String strip(String typed) {
        return typed.replaceAll("[\\s\\u00A0\\u202F-]", "");
    }

    static boolean isDigits(String s, int length) {
        return s.length() == length && s.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    static boolean allZero(String s) {
        return s.chars().allMatch(c -> c == '0');
    }

    static int at(String s, int index) {
        return s.charAt(index) - '0';
    }

    static int weighted(String s, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * at(s, i);
        }
        return sum;
    }

    /** Check digit over weights 1..10 repeating modulo 11, second pass from weight 3, as УИН and ОКПО use it. */
    static int cyclicMod11(String digits) {
        int first = cyclicMod11(digits, 1);
        if (first < 10) {
            return first;
        }
        int second = cyclicMod11(digits, 3);
        return second < 10 ? second : 0;
    }

    private static int cyclicMod11(String digits, int firstWeight) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += at(digits, i) * ((i + firstWeight - 1) % 10 + 1);
        }
        return sum % 11;
    }
}
