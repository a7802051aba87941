package okno.platform.core.number;

/**
 * Unique charge identifier (УИН) of the state payment system: 20 or 25 digits, the last one a check digit; digits 4 to 19
 * are never all zero.
 */
public record Uin(String value) {

    public Uin {
        if (!value.matches("\\d{20}|\\d{25}")) {
            throw new InvalidNumber("uin_format");
        }
        int body = value.length() - 1;
        if (Digits.allZero(value.substring(3, 19))
                || Digits.cyclicMod11(value.substring(0, body)) != Digits.at(value, body)) {
            throw new InvalidNumber("uin_checksum");
        }
    }

    public static Uin parse(String typed) {
        return new Uin(Digits.strip(typed));
    }

    /** Adds the check digit to the first 19 or 24 digits. */
    public static Uin complete(String body) {
        return new Uin(body + Digits.cyclicMod11(body));
    }
}
