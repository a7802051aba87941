package okno.identity.contact.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okno.identity.contact.domain.ContactChange;
import okno.identity.contact.domain.ContactKind;
import okno.identity.person.domain.PersonId;
import okno.identity.protection.KeyedHash;
import okno.identity.protection.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All changes; the new address lies sealed and is gone when the change is over. */
@Repository
public class ContactChanges {

    private static final String TABLE = "contact_change";

    private static final String COLUMNS = "id, person_id, kind, content, attempts_left, created_at, expires_at";

    // A change to somebody else's address is never due: both ways write one row and look into the same index.
    private static final String INSERT = """
            insert into contact_change (id, person_id, kind, status, content, attempts_left, due_at, created_at,
                                        expires_at)
            select :id, :person, :kind, 'OPEN', :content, :attempts,
                   case when exists (select from person where (phone_hash = :hash or email_hash = :hash)
                                                          and id <> :person)
                        then null else cast(:created_at as timestamptz) end,
                   :created_at, :expires_at
            """;

    private static final String TAKE_DUE = """
            update contact_change set due_at = :again_at
            where id in (select id from contact_change
                         where due_at <= :now and expires_at > :now and status = 'OPEN'
                         order by due_at limit :rows for update skip locked)
            returning\s""" + COLUMNS;

    private static final String CLOSE =
            "update contact_change set status = 'OVER', content = null, code_hash = null, due_at = null where ";

    private static final String CLAIM = """
            insert into contact_claim (person_id, with_phone, due_at) values (:person, :with_phone, :now)
            on conflict (person_id) do update
            set with_phone = contact_claim.with_phone or excluded.with_phone, due_at = excluded.due_at, taken = null
            """;

    private static final String TAKE_CLAIMS = """
            update contact_claim set due_at = :again_at, taken = :now
            where person_id in (select person_id from contact_claim where due_at <= :now
                                order by due_at limit :rows for update skip locked)
            returning person_id, with_phone, taken
            """;

    private final JdbcClient jdbc;
    private final PersonalData personalData;
    private final KeyedHash hash;

    ContactChanges(JdbcClient jdbc, PersonalData personalData, KeyedHash hash) {
        this.jdbc = jdbc;
        this.personalData = personalData;
        this.hash = hash;
    }

    /** Contacts that Keycloak is to be told, as of when they were taken. */
    public record Claim(PersonId personId, boolean withPhone, Instant taken) {}

    /** Keeps a change instead of the one before of the same kind. */
    public void replace(ContactChange change) {
        jdbc.sql(CLOSE + "person_id = :person and kind = :kind and status = 'OPEN'")
                .param("person", change.personId().value())
                .param("kind", change.kind().name())
                .update();
        String purpose = change.kind() == ContactKind.PHONE ? "person.phone" : "person.email";
        jdbc.sql(INSERT)
                .param("id", change.id())
                .param("person", change.personId().value())
                .param("kind", change.kind().name())
                .param("content", row(change.id()).seal("content", change.value()))
                .param("attempts", change.attemptsLeft())
                .param("hash", hash.of(purpose, change.value()))
                .param("created_at", utc(change.createdAt()))
                .param("expires_at", utc(change.expiresAt()))
                .update();
    }

    public Optional<Instant> lastBegun(PersonId person) {
        return jdbc.sql("select max(created_at) from contact_change where person_id = :person")
                .param("person", person.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    public int countSince(PersonId person, Instant since) {
        return jdbc.sql("select count(*) from contact_change where person_id = :person and created_at > :since")
                .param("person", person.value())
                .param("since", utc(since))
                .query(Integer.class)
                .single();
    }

    /** Takes those whose code is to be sent; what is not marked as sent is due again after the lease. */
    public List<ContactChange> takeDue(int rows, Instant now, Duration lease) {
        return jdbc.sql(TAKE_DUE)
                .param("now", utc(now))
                .param("again_at", utc(now.plus(lease)))
                .param("rows", rows)
                .query((rs, place) -> read(rs))
                .list();
    }

    public void keepCode(UUID id, String digits) {
        jdbc.sql("update contact_change set code_hash = :code where id = :id")
                .param("id", id)
                .param("code", hash.of(purpose(id), digits))
                .update();
    }

    public void sent(UUID id) {
        jdbc.sql("update contact_change set due_at = null where id = :id")
                .param("id", id)
                .update();
    }

    /** An open change of this person, kept from others until the transaction ends: two guesses at a time are two tries. */
    public Optional<ContactChange> lock(PersonId person, UUID id) {
        return jdbc.sql("select " + COLUMNS
                        + " from contact_change where id = :id and person_id = :person and status = 'OPEN' for update")
                .param("id", id)
                .param("person", person.value())
                .query((rs, place) -> read(rs))
                .optional();
    }

    public List<ContactChange> openOf(PersonId person) {
        return jdbc.sql("select " + COLUMNS + " from contact_change where person_id = :person and status = 'OPEN'")
                .param("person", person.value())
                .query((rs, place) -> read(rs))
                .list();
    }

    /** False while no code was sent, too. */
    public boolean matches(UUID id, String digits) {
        return jdbc.sql("select code_hash from contact_change where id = :id and code_hash is not null")
                .param("id", id)
                .query(byte[].class)
                .optional()
                .filter(kept -> hash.matches(kept, purpose(id), digits))
                .isPresent();
    }

    public void miss(UUID id) {
        jdbc.sql("update contact_change set attempts_left = attempts_left - 1 where id = :id")
                .param("id", id)
                .update();
    }

    public void end(UUID id) {
        jdbc.sql(CLOSE + "id = :id").param("id", id).update();
    }

    public void closeExpired(Instant now) {
        jdbc.sql(CLOSE + "status = 'OPEN' and expires_at <= :now")
                .param("now", utc(now))
                .update();
    }

    public void forgetBefore(Instant before) {
        jdbc.sql("delete from contact_change where created_at < :before")
                .param("before", utc(before))
                .update();
    }

    public void tellKeycloak(PersonId person, boolean withPhone, Instant now) {
        jdbc.sql(CLAIM)
                .param("person", person.value())
                .param("with_phone", withPhone)
                .param("now", utc(now))
                .update();
    }

    public List<Claim> takeClaims(int rows, Instant now, Duration lease) {
        return jdbc.sql(TAKE_CLAIMS)
                .param("now", utc(now))
                .param("again_at", utc(now.plus(lease)))
                .param("rows", rows)
                .query((rs, place) -> new Claim(
                        new PersonId(rs.getObject("person_id", UUID.class)),
                        rs.getBoolean("with_phone"),
                        rs.getObject("taken", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Forgets a claim, unless the contacts have changed since it was taken. */
    public void told(Claim claim) {
        jdbc.sql("delete from contact_claim where person_id = :person and taken = :taken")
                .param("person", claim.personId().value())
                .param("taken", utc(claim.taken()))
                .update();
    }

    private ContactChange read(ResultSet rs) throws SQLException {
        UUID id = rs.getObject("id", UUID.class);
        return new ContactChange(
                id,
                new PersonId(rs.getObject("person_id", UUID.class)),
                ContactKind.valueOf(rs.getString("kind")),
                row(id).open("content", rs.getBytes("content")),
                rs.getInt("attempts_left"),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                rs.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private PersonalData.Row row(UUID id) {
        return personalData.row(TABLE, id);
    }

    /** Each code has a hash of its own, so that equal codes cannot be seen to be equal. */
    private static String purpose(UUID id) {
        return "contact_change." + id;
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
