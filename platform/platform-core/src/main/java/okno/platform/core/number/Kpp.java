package okno.platform.core.number;

/**
 * Tax registration reason code (КПП) of a legal entity: 9 characters, tax office, reason, serial number; it has no check
 * digit (format of the ФНС schema).
 */
public record Kpp(String value) {

    public Kpp {
        if (!value.matches("(?!00)\\d{4}[0-9A-Z]{2}\\d{3}")) {
            throw new InvalidNumber("kpp_format");
        }
    }

    public static Kpp parse(String typed) {
        return new Kpp(Digits.strip(typed));
    }
}
