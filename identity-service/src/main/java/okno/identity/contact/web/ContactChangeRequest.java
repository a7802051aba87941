package okno.identity.contact.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.regex.Pattern;
import okno.identity.contact.StartContactChange;
import okno.identity.contact.domain.ContactKind;
import okno.platform.core.Problem;

/**
 * The new phone or e-mail.
 *
 * @param value a mobile, {@code +79} and nine digits: it gets a code; or an e-mail address
 */
record ContactChangeRequest(
        @NotNull ContactKind contact,
        @NotNull @Size(min = 3, max = 254) String value) {

    private static final Pattern PHONE = Pattern.compile("\\+79\\d{9}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;]+@[^\\s@<>\",;]+\\.[^\\s@<>\",;]+");

    StartContactChange.Command toCommand() {
        Pattern form = contact == ContactKind.PHONE ? PHONE : EMAIL;
        if (!form.matcher(value).matches()) {
            throw Problem.invalid("/value", contact == ContactKind.PHONE ? "phone_format" : "email_format");
        }
        return new StartContactChange.Command(
                contact, contact == ContactKind.PHONE ? value : value.toLowerCase(Locale.ROOT));
    }

    /** Never the value. */
    @Override
    public String toString() {
        return "ContactChangeRequest[" + contact + "]";
    }
}
