package okno.platform.core.number;

/**
 * Insurance number of a person (СНИЛС), 11 digits. Numbers up to 001-001-998 were issued without a check number.
 *
 * @param value the digits alone
 */
public record Snils(String value) {

    private static final int LAST_WITHOUT_CHECK = 1_001_998;

    public Snils {
        if (!Digits.isDigits(value, 11)) {
            throw new InvalidNumber("snils_format");
        }
        if (Digits.allZero(value) || !checks(value)) {
            throw new InvalidNumber("snils_checksum");
        }
    }

    public static Snils parse(String typed) {
        return new Snils(Digits.strip(typed));
    }

    /** Adds the check number to the first 9 digits. */
    public static Snils complete(String body) {
        return new Snils(body + "%02d".formatted(check(body)));
    }

    /** As printed on the certificate: {@code 112-233-445 95}. */
    public String formatted() {
        return value.substring(0, 3) + "-" + value.substring(3, 6) + "-" + value.substring(6, 9) + " "
                + value.substring(9);
    }

    private static boolean checks(String v) {
        return Integer.parseInt(v.substring(0, 9)) <= LAST_WITHOUT_CHECK
                || check(v) == Integer.parseInt(v.substring(9));
    }

    private static int check(String v) {
        int sum = Digits.weighted(v, 9, 8, 7, 6, 5, 4, 3, 2, 1);
        if (sum < 100) {
            return sum;
        }
        return sum > 101 ? sum % 101 % 100 : 0;
    }
}
