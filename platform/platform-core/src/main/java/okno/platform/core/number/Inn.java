package okno.platform.core.number;

/**
 * Taxpayer number (ИНН): 10 digits for a legal entity, 12 for a person. Format and check digits by the order of the
 * Federal Tax Service on taxpayer numbers; the first two digits are never {@code 00}.
 *
 * @param value the digits alone
 */
public record Inn(String value) {

    public Inn {
        if (!value.matches("(?!00)\\d{10}(\\d{2})?")) {
            throw new InvalidNumber("inn_format");
        }
        if (Digits.allZero(value) || !checks(value)) {
            throw new InvalidNumber("inn_checksum");
        }
    }

    public static Inn parse(String typed) {
        return new Inn(Digits.strip(typed));
    }

    /** True for the 12-digit number of a person. */
    public boolean ofPerson() {
        return value.length() == 12;
    }

    /** Adds the check digits to the first 9 (legal entity) or 10 (person) digits. */
    public static Inn complete(String body) {
        if (body.length() == 9) {
            return new Inn(body + mod(body, 2, 4, 10, 3, 5, 9, 4, 6, 8));
        }
        String eleven = body + mod(body, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8);
        return new Inn(eleven + mod(eleven, 3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8));
    }

    private static boolean checks(String v) {
        if (v.length() == 10) {
            return mod(v, 2, 4, 10, 3, 5, 9, 4, 6, 8) == Digits.at(v, 9);
        }
        return mod(v, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) == Digits.at(v, 10)
                && mod(v, 3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) == Digits.at(v, 11);
    }

    private static int mod(String v, int... weights) {
        return Digits.weighted(v, weights) % 11 % 10;
    }
}
