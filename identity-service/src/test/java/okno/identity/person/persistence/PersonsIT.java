package okno.identity.person.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import okno.identity.person.PersonFixture;
import okno.identity.person.domain.Person;
import okno.identity.protection.TestKeys;
import okno.platform.test.TestDatabase;
import okno.platform.test.TestStack;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class PersonsIT {

    private static final TestDatabase DATABASE = TestStack.database();

    private final JdbcClient jdbc = DATABASE.jdbc();
    private final Persons persons =
            new Persons(jdbc, TestKeys.personalData(), TestKeys.keyedHash(), JsonMapper.shared());

    @Test
    void reads_what_was_written() {
        Person person = PersonFixture.aPerson();
        persons.insert(person, Instant.now());
        assertThat(persons.find(person.id())).contains(person);
    }

    @Test
    void no_table_holds_anything_of_a_person_in_clear() {
        Person person = PersonFixture.aPerson();
        persons.insert(person, Instant.now());
        List<String> clear = List.of(
                person.name().last(),
                person.name().first(),
                person.name().middle(),
                person.birthDate().toString(),
                person.snils().value(),
                person.inn().value(),
                person.contacts().phone(),
                person.contacts().email(),
                person.contacts().address(),
                person.passport().number(),
                person.passport().issuedBy());
        List<String> tables = jdbc.sql("select tablename from pg_tables where schemaname = 'public'")
                .query(String.class)
                .list();
        assertThat(tables).contains("person", "signature", "outbox", "audit_entry");
        for (String table : tables) {
            String rows = jdbc.sql("select coalesce(string_agg(t::text, ' '), '') from " + table + " t")
                    .query(String.class)
                    .single();
            for (String value : clear) {
                assertThat(rows)
                        .doesNotContain(value)
                        .doesNotContain(HexFormat.of().formatHex(value.getBytes(UTF_8)));
            }
        }
    }

    @Test
    void a_number_belongs_to_one_account() {
        Person first = PersonFixture.aPerson();
        Person second = PersonFixture.aPerson();
        persons.insert(first, Instant.now());
        Person twin = new Person(
                second.id(),
                1,
                second.ial(),
                second.name(),
                second.birthDate(),
                first.snils(),
                second.inn(),
                second.contacts(),
                second.passport(),
                "ru");
        assertThatThrownBy(() -> persons.insert(twin, Instant.now())).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void the_second_of_two_edits_of_one_version_is_refused() {
        Person person = PersonFixture.aPerson();
        persons.insert(person, Instant.now());
        assertThat(persons.update(person.speaking("en"), Instant.now())).isTrue();
        assertThat(persons.update(person.speaking("en"), Instant.now())).isFalse();
    }
}
