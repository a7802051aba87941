package okno.identity.person.domain;

import static org.assertj.core.api.Assertions.assertThat;

import okno.identity.person.PersonFixture;
import org.junit.jupiter.api.Test;

class PersonTest {

    private static final Change<String> NONE = new Change.None<>();

    private final Person person = PersonFixture.aPerson();

    @Test
    void an_edit_that_changes_nothing_keeps_the_version() {
        assertThat(person.edited(new ProfileEdit(NONE, NONE, NONE, NONE))).isSameAs(person);
        assertThat(person.edited(new ProfileEdit(to(person.contacts().phone()), NONE, NONE, to("ru"))))
                .isSameAs(person);
    }

    @Test
    void a_new_phone_is_not_confirmed() {
        Person edited = person.edited(new ProfileEdit(to("+79990001122"), NONE, NONE, NONE));
        assertThat(edited.contacts().phone()).isEqualTo("+79990001122");
        assertThat(edited.contacts().phoneConfirmed()).isFalse();
        assertThat(edited.version()).isEqualTo(2);
    }

    @Test
    void null_takes_email_and_address_away() {
        Person edited = person.edited(new ProfileEdit(NONE, to(null), to(null), NONE));
        assertThat(edited.contacts().email()).isNull();
        assertThat(edited.contacts().address()).isNull();
        assertThat(edited.contacts().phoneConfirmed()).isTrue();
    }

    @Test
    void names_the_fields_that_changed_and_no_others() {
        Person edited = person.edited(new ProfileEdit(NONE, to("new@okno.example"), NONE, to("en")));
        assertThat(edited.fieldsChangedSince(person)).containsExactly("email", "language");
        assertThat(edited.name()).isEqualTo(person.name());
        assertThat(edited.snils()).isEqualTo(person.snils());
    }

    private static Change<String> to(String value) {
        return new Change.To<>(value);
    }
}
