package okno.identity.person.domain;

import org.jspecify.annotations.Nullable;

/**
 * How to reach a person.
 *
 * @param phone {@code +7} and ten digits
 * @param phoneConfirmed false after a change, until the person has proved to hold the phone: no codes that sign go there
 * @param email lower case
 * @param address where the person lives, one line
 */
public record Contacts(
        String phone,
        boolean phoneConfirmed,
        @Nullable String email,
        @Nullable String address) {

    Contacts withPhone(String changed) {
        return changed.equals(phone) ? this : new Contacts(changed, false, email, address);
    }

    Contacts withEmail(@Nullable String changed) {
        return new Contacts(phone, phoneConfirmed, changed, address);
    }

    Contacts withAddress(@Nullable String changed) {
        return new Contacts(phone, phoneConfirmed, email, changed);
    }
}
