package okno.identity.rights.persistence;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import okno.identity.assurance.domain.Verification;
import okno.identity.assurance.persistence.Verifications;
import okno.identity.person.domain.Person;
import okno.identity.person.domain.PersonId;
import okno.identity.person.domain.Preferences;
import okno.identity.person.persistence.Persons;
import okno.identity.person.persistence.PreferencesOfPersons;
import okno.identity.protection.KeyedHash;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everything that tables of this service hold of one person: read for a copy, and erased at the end. */
@Repository
public class OwnStock {

    /** In this order: what refers to a person goes before the person. */
    private static final List<String> ERASED = List.of(
            "contact_claim",
            "contact_change",
            "verification_attempt",
            "ial_claim",
            "verification",
            "preferences",
            "person_certificate",
            "anomaly",
            "log_in");

    private final JdbcClient jdbc;
    private final Persons persons;
    private final PreferencesOfPersons preferences;
    private final Verifications verifications;
    private final KeyedHash hash;

    OwnStock(
            JdbcClient jdbc,
            Persons persons,
            PreferencesOfPersons preferences,
            Verifications verifications,
            KeyedHash hash) {
        this.jdbc = jdbc;
        this.persons = persons;
        this.preferences = preferences;
        this.verifications = verifications;
        this.hash = hash;
    }

    public Optional<Person> person(PersonId id) {
        return persons.find(id);
    }

    public Optional<Preferences> preferences(PersonId id) {
        return preferences.find(id);
    }

    public List<Verification> verifications(PersonId id) {
        return verifications.of(id);
    }

    /** The person's requests about their data, oldest first. */
    public List<Map<String, @Nullable Object>> requests(PersonId id) {
        return jdbc.sql("""
                        select id, kind, status, due_on::text as "dueOn", created_at as "createdAt",
                               closed_at as "closedAt", reason_code as "ground"
                          from data_request where person_id = :person order by id limit 1000
                        """).param("person", id.value()).query().listOfRows();
    }

    /** When and from which country the person logged in, and what was unlike them. */
    public List<Map<String, @Nullable Object>> logIns(PersonId id) {
        return jdbc.sql("""
                        select l.at, l.succeeded, l.country, a.rule, a.action
                          from log_in l left join anomaly a on a.log_in_id = l.id
                         where l.person_id = :person
                         order by l.at limit 10000
                        """).param("person", id.value()).query().listOfRows();
    }

    /** Erases what no law keeps; answers how many rows of each table went. */
    public Map<String, Long> erase(PersonId id) {
        Map<String, Long> gone = new LinkedHashMap<>();
        persons.find(id).ifPresent(person -> {
            byte[] snils = hash.of("person.snils", person.snils().value());
            gone.put("mfc_code", delete("delete from mfc_code where snils_hash = :key", snils));
            gone.put("registration", delete("delete from registration where snils_hash = :key", snils));
        });
        gone.merge("registration", delete("delete from registration where account_id = :key", id.value()), Long::sum);
        gone.put(
                "signature_file",
                delete(
                        "delete from signature_file where signature_id in"
                                + " (select id from signature where person_id = :key and org_id is null)",
                        id.value()));
        for (String table : ERASED) {
            gone.put(table, delete("delete from " + table + " where person_id = :key", id.value()));
        }
        gone.put("temporary_password", delete("delete from temporary_password where account_id = :key", id.value()));
        gone.put("person", delete("delete from person where id = :key", id.value()));
        // What a person wrote in requests, and what they were told; the requests themselves stay.
        gone.put(
                "data_request_text",
                delete(
                        "update data_request set content = null, comment = null"
                                + " where person_id = :key and (content is not null or comment is not null)",
                        id.value()));
        return gone;
    }

    /** Rows that stay, by table. */
    public Map<String, Long> kept(PersonId id) {
        Map<String, Long> kept = new LinkedHashMap<>();
        kept.put("consent", count("select count(*) from consent where person_id = :key", id.value()));
        kept.put("signature", count("select count(*) from signature where person_id = :key", id.value()));
        kept.put("data_request", count("select count(*) from data_request where person_id = :key", id.value()));
        kept.put(
                "audit_entry",
                count("select count(*) from audit_entry where person_id = :key or actor_id = :key", id.toString()));
        return kept;
    }

    /**
     * Removes what ended before these days, midnight in Moscow; the journal stays as it is.
     *
     * @param claims for consents and requests
     * @param signed for signatures
     */
    public Map<String, Long> removeOld(PersonId id, LocalDate claims, LocalDate signed) {
        Map<String, Long> gone = new LinkedHashMap<>();
        gone.put(
                "consent",
                old(
                        "delete from consent where person_id = :key and"
                                + " coalesce(withdrawn_at, (valid_until + 1)::timestamp at time zone 'Europe/Moscow') < :before",
                        id,
                        claims));
        gone.put(
                "data_request",
                old("delete from data_request where person_id = :key and closed_at < :before", id, claims));
        gone.put(
                "signature",
                old(
                        "delete from signature s where person_id = :key and created_at < :before"
                                + " and not exists (select from consent c where c.signature_id = s.id)",
                        id,
                        signed));
        return gone;
    }

    /** Whether something is left whose term will end. */
    public boolean hasTerms(PersonId id) {
        return Stream.of("consent", "signature", "data_request")
                .anyMatch(table -> count("select count(*) from " + table + " where person_id = :key", id.value()) > 0);
    }

    private long old(String statement, PersonId id, LocalDate before) {
        return jdbc.sql(statement.replace(":before", "(:before::date::timestamp at time zone 'Europe/Moscow')"))
                .param("key", id.value())
                .param("before", before)
                .update();
    }

    private long delete(String statement, Object key) {
        return jdbc.sql(statement).param("key", key).update();
    }

    private long count(String statement, Object key) {
        return jdbc.sql(statement).param("key", key).query(Long.class).single();
    }
}
