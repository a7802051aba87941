package okno.org.power.domain;

import okno.platform.core.number.Snils;
import org.jspecify.annotations.Nullable;

/** A person as a document names one. */
public record NamedPerson(
        String lastName, String firstName, @Nullable String middleName, Snils snils) {

    /** Nothing of the person: it might be logged. */
    @Override
    public String toString() {
        return "NamedPerson";
    }
}
