package okno.platform.core.number;

/** State registration number of a legal entity (ОГРН, 13 digits) or of a sole trader (ОГРНИП, 15 digits). */
public record Ogrn(String value) {

    public Ogrn {
        if (!value.matches("\\d{13}|\\d{15}")) {
            throw new InvalidNumber("ogrn_format");
        }
        if (Digits.allZero(value) || check(value) != Digits.at(value, value.length() - 1)) {
            throw new InvalidNumber("ogrn_checksum");
        }
    }

    public static Ogrn parse(String typed) {
        return new Ogrn(Digits.strip(typed));
    }

    /** True for the 15-digit number of a sole trader. */
    public boolean ofSoleTrader() {
        return value.length() == 15;
    }

    /** Adds the check digit to the first 12 (legal entity) or 14 (sole trader) digits. */
    public static Ogrn complete(String body) {
        return new Ogrn(body + check(body + "0"));
    }

    private static int check(String v) {
        int body = v.length() - 1;
        return (int) (Long.parseLong(v.substring(0, body)) % (body - 1) % 10);
    }
}
