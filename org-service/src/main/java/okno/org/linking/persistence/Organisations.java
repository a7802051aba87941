package okno.org.linking.persistence;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okno.org.linking.domain.Organisation;
import okno.org.linking.domain.OrganisationStatus;
import okno.org.linking.domain.RejectionReason;
import okno.platform.core.Problem;
import okno.platform.core.number.Inn;
import okno.platform.core.number.Kpp;
import okno.platform.core.number.Ogrn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All organisations that somebody linked or tried to. */
@Repository
public class Organisations {

    private static final String COLUMNS =
            "id, person_id, inn, kpp, ogrn, name, status, reasons, version, created_at, changed_at";
    private static final String SELECT = "select " + COLUMNS + " from organisation ";

    private static final String OF_PERSON = SELECT + "where id = :id and person_id = :personId";
    private static final String LOCK = SELECT + "where id = :id for update";
    private static final String LOCK_OF_PERSON = OF_PERSON + " for update";
    private static final String LOCK_BY_OGRN = SELECT + "where person_id = :personId and ogrn = :ogrn for update";
    private static final String LOCK_LINKED = SELECT + "where ogrn = :ogrn and status = 'LINKED' for update";

    private static final String LIST = SELECT + """
            where person_id = :personId and status <> 'WITHDRAWN' and (:after::uuid is null or id > :after::uuid)
            order by id
            limit :limit
            """;

    private static final String INSERT = """
            insert into organisation (id, person_id, inn, kpp, ogrn, status, version, created_at, changed_at, check_at)
            values (:id, :personId, :inn, :kpp, :ogrn, :status, :version, :createdAt, :createdAt, :createdAt)
            on conflict (person_id, ogrn) do nothing
            """;

    private static final String SAVE = """
            update organisation
            set inn = :inn, kpp = :kpp, name = :name, status = :status, reasons = :reasons, version = :version,
                changed_at = :changedAt, check_at = :changedAt, attempts = 0
            where id = :id and version = :version - 1
            """;

    /** Rows that another instance claims at this moment are skipped, not waited for. */
    private static final String CLAIM = """
            update organisation set check_at = :until, attempts = attempts + 1
            where id = (select id from organisation where status = 'CHECKING' and check_at <= :now
                        order by check_at limit 1 for update skip locked)
            returning
            """ + COLUMNS + ", attempts";

    private static final String POSTPONE =
            "update organisation set check_at = :at where id = :id and version = :version and status = 'CHECKING'";

    private final JdbcClient jdbc;

    Organisations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A check taken on for a while, and how often it was tried. */
    public record Claimed(Organisation organisation, int attempts) {}

    public Optional<Organisation> find(UUID id, String personId) {
        return jdbc.sql(OF_PERSON)
                .param("id", id)
                .param("personId", personId)
                .query(Organisations::organisation)
                .optional();
    }

    public List<Organisation> list(String personId, @Nullable UUID after, int limit) {
        return jdbc.sql(LIST)
                .param("personId", personId)
                .param("after", after)
                .param("limit", limit + 1)
                .query(Organisations::organisation)
                .list();
    }

    public Optional<Organisation> lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(Organisations::organisation).optional();
    }

    public Optional<Organisation> lock(UUID id, String personId) {
        return jdbc.sql(LOCK_OF_PERSON)
                .param("id", id)
                .param("personId", personId)
                .query(Organisations::organisation)
                .optional();
    }

    public Optional<Organisation> lock(String personId, Ogrn ogrn) {
        return jdbc.sql(LOCK_BY_OGRN)
                .param("personId", personId)
                .param("ogrn", ogrn.value())
                .query(Organisations::organisation)
                .optional();
    }

    /** Who is linked as the head of the company now. */
    public Optional<Organisation> lockLinked(Ogrn ogrn) {
        return jdbc.sql(LOCK_LINKED)
                .param("ogrn", ogrn.value())
                .query(Organisations::organisation)
                .optional();
    }

    /** False when the person has this company already. */
    public boolean insert(Organisation organisation) {
        return jdbc.sql(INSERT)
                        .param("id", organisation.id())
                        .param("personId", organisation.personId())
                        .param("inn", organisation.inn().value())
                        .param("kpp", kpp(organisation))
                        .param("ogrn", organisation.ogrn().value())
                        .param("status", organisation.status().name())
                        .param("version", organisation.version())
                        .param("createdAt", organisation.createdAt().atOffset(UTC))
                        .update()
                == 1;
    }

    public void save(Organisation organisation) {
        int saved = jdbc.sql(SAVE)
                .param("id", organisation.id())
                .param("inn", organisation.inn().value())
                .param("kpp", kpp(organisation))
                .param("name", organisation.name())
                .param("status", organisation.status().name())
                .param(
                        "reasons",
                        organisation.reasons().stream().map(Enum::name).toArray(String[]::new))
                .param("version", organisation.version())
                .param("changedAt", organisation.changedAt().atOffset(UTC))
                .update();
        if (saved == 0) {
            throw Problem.stale();
        }
    }

    /** Takes on the check that is due longest, until the moment given; then others may take it. */
    public Optional<Claimed> claim(Instant now, Instant until) {
        return jdbc.sql(CLAIM)
                .param("now", now.atOffset(UTC))
                .param("until", until.atOffset(UTC))
                .query((row, n) -> new Claimed(organisation(row, n), row.getInt("attempts")))
                .optional();
    }

    public void postpone(Organisation organisation, Instant at) {
        jdbc.sql(POSTPONE)
                .param("id", organisation.id())
                .param("version", organisation.version())
                .param("at", at.atOffset(UTC))
                .update();
    }

    private static @Nullable String kpp(Organisation organisation) {
        Kpp kpp = organisation.kpp();
        return kpp == null ? null : kpp.value();
    }

    private static Organisation organisation(ResultSet row, int number) throws SQLException {
        String kpp = row.getString("kpp");
        return new Organisation(
                row.getObject("id", UUID.class),
                row.getString("person_id"),
                new Inn(row.getString("inn")),
                kpp == null ? null : new Kpp(kpp),
                new Ogrn(row.getString("ogrn")),
                row.getString("name"),
                OrganisationStatus.valueOf(row.getString("status")),
                Arrays.stream((String[]) row.getArray("reasons").getArray())
                        .map(RejectionReason::valueOf)
                        .toList(),
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
