package okno.identity.account.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okno.identity.account.domain.Registrant;
import okno.identity.account.domain.Registration;
import okno.identity.protection.KeyedHash;
import okno.identity.protection.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All registrations; seals what it writes and opens what it reads. */
@Repository
public class Registrations {

    private static final String TABLE = "registration";

    // A SNILS or a phone that is only typed belongs to nobody yet: several registrations may have it, and whoever
    // confirms
    // first has it. Only an e-mail is kept for the first: Keycloak has one account for it.
    // Both ways write one row and look into the same indexes, so that they take the same time. A race of two with one
    // number is decided by the unique indexes: the later one fails and may simply be sent again.
    private static final String INSERT = """
            insert into registration (id, status, content, snils_hash, phone_hash, email_hash, due_at, created_at,
                                      expires_at)
            select :id, case when taken then 'HELD' else 'NEW' end, :content, :snils, :phone, :email,
                   case when taken or :unsent then null else cast(:created_at as timestamptz) end, :created_at,
                   :expires_at
            from (select exists (select from person where snils_hash = :snils)
                      or exists (select from person where phone_hash = :phone)
                      or exists (select from person where email_hash = :email)
                      or exists (select from registration where email_hash = :email and status <> 'HELD') as taken) look
            returning status
            """;

    private static final String ANOTHER_LETTER = """
            update registration
            set due_at = :now
            where snils_hash = :snils and phone_hash = :phone and email_hash = :email and status = 'SENT'
              and letters < :most and due_at is null and sent_at <= :sent_before
            """;

    private static final String TAKE_DUE = """
            update registration
            set due_at = :again_at
            where id in (select id from registration where due_at <= :now and expires_at > :now
                         order by due_at limit :rows for update skip locked)
            returning id, status, content, account_id, letters, created_at, expires_at
            """;

    private static final String SENT = """
            update registration
            set status = 'SENT', account_id = :account, letters = letters + 1, due_at = null, sent_at = :now
            where id = :id
            """;

    private static final String SELECT =
            "select id, status, content, account_id, letters, created_at, expires_at from registration ";

    private final JdbcClient jdbc;
    private final PersonalData personalData;
    private final KeyedHash hash;
    private final JsonMapper json;

    Registrations(JdbcClient jdbc, PersonalData personalData, KeyedHash hash, JsonMapper json) {
        this.jdbc = jdbc;
        this.personalData = personalData;
        this.hash = hash;
        this.json = json;
    }

    /** Keeps a new one; false when it is held because somebody has its SNILS, phone or e-mail. */
    public boolean insert(Registration registration) {
        return insert(registration, false);
    }

    /** The same without a letter: the account has a password from the start. */
    public boolean insertUnsent(Registration registration) {
        return insert(registration, true);
    }

    private boolean insert(Registration registration, boolean unsent) {
        Registrant registrant = registration.registrant();
        String status = hashed(jdbc.sql(INSERT), registrant)
                .param("id", registration.id())
                .param("unsent", unsent)
                .param("content", row(registration.id()).seal("content", json.writeValueAsString(registrant)))
                .param("created_at", utc(registration.createdAt()))
                .param("expires_at", utc(registration.expiresAt()))
                .query(String.class)
                .single();
        return status.equals(Registration.Status.NEW.name());
    }

    /** Makes the letter of a registration of the same person due again, unless one was sent after {@code sentBefore}. */
    public void askForAnotherLetter(Registrant registrant, Instant sentBefore, int most, Instant now) {
        hashed(jdbc.sql(ANOTHER_LETTER), registrant)
                .param("sent_before", utc(sentBefore))
                .param("most", most)
                .param("now", utc(now))
                .update();
    }

    /** Takes those whose letter is due; what is not marked as sent is due again after the lease. */
    public List<Registration> takeDue(int rows, Instant now, Duration lease) {
        return jdbc.sql(TAKE_DUE)
                .param("now", utc(now))
                .param("again_at", utc(now.plus(lease)))
                .param("rows", rows)
                .query((rs, place) -> read(rs))
                .list();
    }

    public void sent(UUID id, UUID accountId, Instant now) {
        jdbc.sql(SENT)
                .param("id", id)
                .param("account", accountId)
                .param("now", utc(now))
                .update();
    }

    /** Sends nothing any more; what Keycloak has of it is deleted when it expires. */
    public void hold(UUID id) {
        jdbc.sql("update registration set status = 'HELD', due_at = null where id = :id")
                .param("id", id)
                .update();
    }

    /** Ends one whose account may or may not have been opened: it keeps nothing from others and is removed next. */
    public void abandon(UUID id, Instant now) {
        jdbc.sql("update registration set status = 'HELD', due_at = null, expires_at = :now where id = :id")
                .param("id", id)
                .param("now", utc(now))
                .update();
    }

    public Optional<Registration> ofAccount(UUID accountId) {
        return jdbc.sql(SELECT + "where account_id = :account and status = 'SENT'")
                .param("account", accountId)
                .query((rs, place) -> read(rs))
                .optional();
    }

    public List<Registration> expired(int rows, Instant now) {
        return jdbc.sql(SELECT + "where expires_at <= :now order by expires_at limit :rows")
                .param("now", utc(now))
                .param("rows", rows)
                .query((rs, place) -> read(rs))
                .list();
    }

    public void delete(UUID id) {
        jdbc.sql("delete from registration where id = :id").param("id", id).update();
    }

    private JdbcClient.StatementSpec hashed(JdbcClient.StatementSpec statement, Registrant registrant) {
        return statement
                .param("snils", hash.of("person.snils", registrant.snils().value()))
                .param("phone", hash.of("person.phone", registrant.phone()))
                .param("email", hash.of("person.email", registrant.email()));
    }

    private Registration read(ResultSet rs) throws SQLException {
        UUID id = rs.getObject("id", UUID.class);
        return new Registration(
                id,
                Registration.Status.valueOf(rs.getString("status")),
                json.readValue(row(id).open("content", rs.getBytes("content")), Registrant.class),
                rs.getObject("account_id", UUID.class),
                rs.getInt("letters"),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                rs.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private PersonalData.Row row(UUID id) {
        return personalData.row(TABLE, id);
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
