package okno.identity.person.domain;

import java.util.UUID;
import okno.platform.core.Caller;
import okno.platform.core.Problem;

/** A person's account: the {@code sub} of their tokens. */
public record PersonId(UUID value) {

    /** The caller as a person; refused as "not found" when the caller is a machine, which has no profile. */
    public static PersonId of(Caller caller) {
        try {
            return new PersonId(UUID.fromString(caller.id()));
        } catch (IllegalArgumentException notAnAccount) {
            throw Problem.notFound();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
