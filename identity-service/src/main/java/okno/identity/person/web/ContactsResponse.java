package okno.identity.person.web;

import okno.identity.person.domain.Person;
import org.jspecify.annotations.Nullable;

/** Where and in which language to write to a person. */
record ContactsResponse(
        String id, String language, @Nullable String email, String phone) {

    static ContactsResponse from(Person person) {
        return new ContactsResponse(
                person.id().toString(),
                person.language(),
                person.contacts().email(),
                person.contacts().phone());
    }
}
