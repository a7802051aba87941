package okno.keycloak.sms;

import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.models.UserModel;

/** A Russian phone number and where an account keeps it; only administrators may write these attributes. */
record Phone(String number) {

    private static final Pattern RUSSIAN = Pattern.compile("\\+7\\d{10}");
    private static final String NUMBER = "phone";
    private static final String CONFIRMED = "phoneConfirmed";

    /** The phone that receives codes: one that the person has shown to hold. */
    static Optional<Phone> confirmedOf(UserModel user) {
        String number = user.getFirstAttribute(NUMBER);
        return number != null && Boolean.parseBoolean(user.getFirstAttribute(CONFIRMED))
                ? Optional.of(new Phone(number))
                : Optional.empty();
    }

    /** The phone whose codes are a second factor: not while the password came by the same phone. */
    static Optional<Phone> factorOf(UserModel user) {
        return PhoneRecovery.isRemembered(user) ? Optional.empty() : confirmedOf(user);
    }

    /** The phone that somebody registered with and has not confirmed yet. */
    static Optional<Phone> waitingOf(UserModel user) {
        String number = user.getFirstAttribute(NUMBER);
        return number != null && !Boolean.parseBoolean(user.getFirstAttribute(CONFIRMED))
                ? Optional.of(new Phone(number))
                : Optional.empty();
    }

    /** What a person typed: spaces, brackets and dashes are left out, and 8 stands for +7. */
    static Optional<Phone> typed(String text) {
        String digits = text.replaceAll("[\\s()-]", "").replaceFirst("^8", "+7");
        return RUSSIAN.matcher(digits).matches() ? Optional.of(new Phone(digits)) : Optional.empty();
    }

    void confirm(UserModel user) {
        user.setSingleAttribute(NUMBER, number);
        user.setSingleAttribute(CONFIRMED, "true");
    }

    /** Enough to recognise one's own: {@code +7 ••• •••-12-34}. */
    String masked() {
        int end = number.length();
        return "+7 ••• •••-" + number.substring(end - 4, end - 2) + "-" + number.substring(end - 2);
    }
}
