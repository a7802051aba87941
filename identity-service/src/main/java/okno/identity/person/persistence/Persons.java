package okno.identity.person.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import okno.identity.person.domain.Contacts;
import okno.identity.person.domain.Ial;
import okno.identity.person.domain.Passport;
import okno.identity.person.domain.Person;
import okno.identity.person.domain.PersonId;
import okno.identity.person.domain.PersonName;
import okno.identity.protection.KeyedHash;
import okno.identity.protection.PersonalData;
import okno.platform.core.number.Inn;
import okno.platform.core.number.Snils;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All persons; seals what it writes and opens what it reads. */
@Repository
public class Persons {

    private static final String TABLE = "person";

    private static final String SELECT = """
            select id, version, ial, language, last_name, first_name, middle_name, birth_date, snils, inn, phone,
                   phone_confirmed, email, address, passport
            from person
            where id = :id
            """;

    private static final String INSERT = """
            insert into person (id, version, ial, language, last_name, first_name, middle_name, birth_date, snils, inn,
                                phone, phone_confirmed, email, address, passport, snils_hash, inn_hash, phone_hash,
                                email_hash, created_at, updated_at)
            values (:id, :version, :ial, :language, :last_name, :first_name, :middle_name, :birth_date, :snils, :inn,
                    :phone, :phone_confirmed, :email, :address, :passport, :snils_hash, :inn_hash, :phone_hash,
                    :email_hash, :now, :now)
            on conflict (id) do nothing
            """;

    // Names and numbers are not here: this service learns them once, from whoever proved them.
    private static final String UPDATE = """
            update person
            set version = :version, language = :language, phone = :phone, phone_confirmed = :phone_confirmed,
                email = :email, address = :address, phone_hash = :phone_hash, email_hash = :email_hash,
                updated_at = :now
            where id = :id and version = :version - 1
            """;

    // Only by a decision on a request for correction.
    private static final String CORRECT = """
            update person
            set version = :version, last_name = :last_name, first_name = :first_name, middle_name = :middle_name,
                birth_date = :birth_date, inn = :inn, inn_hash = :inn_hash, updated_at = :now
            where id = :id and version = :version - 1
            """;

    private static final String PROVE = """
            update person
            set version = version + 1, ial = :ial, passport = coalesce(:passport, passport), updated_at = :now
            where id = :id
            """;

    private final JdbcClient jdbc;
    private final PersonalData personalData;
    private final KeyedHash hash;
    private final JsonMapper json;

    Persons(JdbcClient jdbc, PersonalData personalData, KeyedHash hash, JsonMapper json) {
        this.jdbc = jdbc;
        this.personalData = personalData;
        this.hash = hash;
        this.json = json;
    }

    public Optional<Person> find(PersonId id) {
        return jdbc.sql(SELECT)
                .param("id", id.value())
                .query((rs, row) -> read(rs))
                .optional();
    }

    /** The same, kept from others who lock until the transaction ends. */
    public Optional<Person> lock(PersonId id) {
        return jdbc.sql(SELECT + "for update")
                .param("id", id.value())
                .query((rs, row) -> read(rs))
                .optional();
    }

    public Optional<PersonId> bySnils(Snils snils) {
        return jdbc.sql("select id from person where snils_hash = :hash")
                .param("hash", hash.of("person.snils", snils.value()))
                .query((rs, row) -> new PersonId(rs.getObject("id", UUID.class)))
                .optional();
    }

    /** Adds a person unless one with this id is there. */
    public void insert(Person person, Instant now) {
        jdbc.sql(INSERT).params(columns(person, now)).update();
    }

    /** Writes the next version; false when somebody else has written it first. */
    public boolean update(Person person, Instant now) {
        return jdbc.sql(UPDATE).params(columns(person, now)).update() == 1;
    }

    /** Writes the next version with name, birth date and INN put right; false when somebody else has written it first. */
    public boolean correct(Person person, Instant now) {
        return jdbc.sql(CORRECT).params(columns(person, now)).update() == 1;
    }

    /** Sets how well the person is known, and the passport that proved it, if one did. */
    public void prove(PersonId id, Ial ial, @Nullable Passport seen, Instant now) {
        level(id, ial, personalData.row(TABLE, id.value()).seal("passport", write(seen)), now);
    }

    /** Sets how well the person is known after a proof has ended. */
    public void lower(PersonId id, Ial ial, Instant now) {
        level(id, ial, null, now);
    }

    private void level(PersonId id, Ial ial, byte @Nullable [] passport, Instant now) {
        jdbc.sql(PROVE)
                .param("id", id.value())
                .param("ial", ial.word())
                .param("passport", passport, Types.BINARY)
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    private Map<String, @Nullable Object> columns(Person person, Instant now) {
        Contacts contacts = person.contacts();
        String inn = person.inn() == null ? null : person.inn().value();
        var seal = personalData.row(TABLE, person.id().value());
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("id", person.id().value());
        columns.put("version", person.version());
        columns.put("ial", person.ial().word());
        columns.put("language", person.language());
        columns.put("last_name", seal.seal("last_name", person.name().last()));
        columns.put("first_name", seal.seal("first_name", person.name().first()));
        columns.put("middle_name", seal.seal("middle_name", person.name().middle()));
        columns.put("birth_date", seal.seal("birth_date", person.birthDate().toString()));
        columns.put("snils", seal.seal("snils", person.snils().value()));
        columns.put("inn", seal.seal("inn", inn));
        columns.put("phone", seal.seal("phone", contacts.phone()));
        columns.put("phone_confirmed", contacts.phoneConfirmed());
        columns.put("email", seal.seal("email", contacts.email()));
        columns.put("address", seal.seal("address", contacts.address()));
        columns.put("passport", seal.seal("passport", write(person.passport())));
        columns.put("snils_hash", hash.of("person.snils", person.snils().value()));
        columns.put("inn_hash", hash.ofOptional("person.inn", inn));
        columns.put("phone_hash", hash.of("person.phone", contacts.phone()));
        columns.put("email_hash", hash.ofOptional("person.email", contacts.email()));
        columns.put("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
        return columns;
    }

    private Person read(ResultSet rs) throws SQLException {
        UUID id = rs.getObject("id", UUID.class);
        var row = personalData.row(TABLE, id);
        String inn = row.openOptional("inn", rs.getBytes("inn"));
        String passport = row.openOptional("passport", rs.getBytes("passport"));
        return new Person(
                new PersonId(id),
                rs.getLong("version"),
                Ial.ofWord(rs.getString("ial")),
                new PersonName(
                        row.open("last_name", rs.getBytes("last_name")),
                        row.open("first_name", rs.getBytes("first_name")),
                        row.openOptional("middle_name", rs.getBytes("middle_name"))),
                LocalDate.parse(row.open("birth_date", rs.getBytes("birth_date"))),
                new Snils(row.open("snils", rs.getBytes("snils"))),
                inn == null ? null : new Inn(inn),
                new Contacts(
                        row.open("phone", rs.getBytes("phone")),
                        rs.getBoolean("phone_confirmed"),
                        row.openOptional("email", rs.getBytes("email")),
                        row.openOptional("address", rs.getBytes("address"))),
                passport == null ? null : json.readValue(passport, Passport.class),
                rs.getString("language"));
    }

    private @Nullable String write(@Nullable Passport passport) {
        return passport == null ? null : json.writeValueAsString(passport);
    }
}
