package okno.application.casefile.domain;

import java.util.Locale;

/**
 * The number people read out: {@code FNS-2026-0000042-7} is the agency, the year of submission, a serial number and a
 * check digit by Luhn's formula (ISO/IEC 7812-1) over year and serial number, so one wrong digit is noticed. Serial
 * numbers come from a sequence: unique, never reused, with gaps where a submission was rolled back.
 */
public record ApplicationNumber(String value) {

    public static ApplicationNumber of(String agency, int year, long serial) {
        String digits = "%04d%07d".formatted(year, serial);
        return new ApplicationNumber("%s-%s-%s-%d"
                .formatted(agency.toUpperCase(Locale.ROOT), digits.substring(0, 4), digits.substring(4), luhn(digits)));
    }

    /** True when the check digit fits, as it does for every number ever given out. */
    public static boolean isPlausible(String value) {
        if (!value.matches("[A-Z0-9-]+-\\d{4}-\\d{7,}-\\d")) {
            return false;
        }
        String[] parts = value.split("-");
        String digits = parts[parts.length - 3] + parts[parts.length - 2];
        return luhn(digits) == value.charAt(value.length() - 1) - '0';
    }

    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return (10 - sum % 10) % 10;
    }
}
