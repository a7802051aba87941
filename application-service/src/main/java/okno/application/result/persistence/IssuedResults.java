package okno.application.result.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okno.application.catalogue.domain.Texts;
import okno.application.result.domain.IssuedResult;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All results, by the id that is printed in them; the files are papers of their applications. */
@Repository
public class IssuedResults {

    private static final String INSERT = """
            insert into issued_result (id, application_id, application_number, owner_key, person_id, service_code, agency,
                                       code, title_ru, title_en, number, sha256, xml_id, xml_sha256, automatic, made_at,
                                       valid_until)
            values (:id, :applicationId, :applicationNumber, :owner, :personId, :service, :agency,
                    :code, :titleRu, :titleEn, :number, :sha256, :xmlId, :xmlSha256, :automatic, :madeAt, :validUntil)
            """;
    private static final String SELECT = "select * from issued_result ";
    private static final String ONE = SELECT + "where id = :id or xml_id = :id";
    private static final String OF_APPLICATION = SELECT + "where application_id = :applicationId order by id limit 200";
    private static final String ISSUE = """
            update issued_result set issued_at = :at, ends_on = valid_until + 1
             where application_id = :applicationId and issued_at is null and (code = any(:refusals)) = :refused
            returning *
            """;
    private static final String REVOKE = """
            update issued_result set ended_at = :at, end_reason = 'REVOKED', ends_on = null
             where id = :id and issued_at is not null and ended_at is null
            """;
    private static final String REVOKE_ALL = """
            update issued_result set ended_at = :at, end_reason = 'REVOKED', ends_on = null
             where application_id = :applicationId and issued_at is not null and ended_at is null
            returning *
            """;
    private static final String EXPIRE = """
            update issued_result set ended_at = :at, end_reason = 'EXPIRED', ends_on = null
             where id in (select id from issued_result where ends_on <= :today order by ends_on
                            for update skip locked limit :limit)
            returning *
            """;
    private static final String PAGE = SELECT + """
            where owner_key = :owner and issued_at is not null
              and (:service::text is null or service_code = :service)
              and (:from::timestamptz is null or issued_at >= :from)
              and (:to::timestamptz is null or issued_at < :to)
              and (:query::text is null or number ilike '%' || :query || '%'
                   or application_number ilike '%' || :query || '%'
                   or title_ru ilike '%' || :query || '%' or title_en ilike '%' || :query || '%'
                   or service_code = any(:services))
              and (:after::uuid is null or id < :after)
            order by id desc
            limit :limit
            """;

    private final JdbcClient jdbc;

    IssuedResults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Conditions of a search; {@code services}: those whose titles match {@code query}. */
    public record Filter(
            @Nullable String service,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String query,
            List<String> services) {}

    public long nextSerial() {
        return jdbc.sql("select nextval('result_number')").query(Long.class).single();
    }

    public void insert(IssuedResult result) {
        IssuedResult.Origin origin = result.origin();
        IssuedResult.Xml xml = result.xml();
        jdbc.sql(INSERT)
                .param("id", result.id())
                .param("applicationId", origin.applicationId())
                .param("applicationNumber", origin.applicationNumber())
                .param("owner", origin.owner())
                .param("personId", origin.personId())
                .param("service", origin.service())
                .param("agency", origin.agency())
                .param("code", result.code())
                .param("titleRu", result.title().ru())
                .param("titleEn", result.title().en())
                .param("number", result.number())
                .param("sha256", result.sha256())
                .param("xmlId", xml == null ? null : xml.id())
                .param("xmlSha256", xml == null ? null : xml.sha256())
                .param("automatic", result.automatic())
                .param("madeAt", time(result.madeAt()))
                .param("validUntil", result.validUntil())
                .update();
    }

    /** By the id of either of its files. */
    public Optional<IssuedResult> find(UUID id) {
        return jdbc.sql(ONE).param("id", id).query(IssuedResults::map).optional();
    }

    public List<IssuedResult> of(UUID applicationId) {
        return jdbc.sql(OF_APPLICATION)
                .param("applicationId", applicationId)
                .query(IssuedResults::map)
                .list();
    }

    /**
     * Those that wait for this decision count from now on.
     *
     * @param refusals codes of those that follow from a refusal; all others follow from an approval
     */
    public List<IssuedResult> issue(UUID applicationId, boolean refused, List<String> refusals, Instant at) {
        return jdbc.sql(ISSUE)
                .param("applicationId", applicationId)
                .param("refused", refused)
                .param("refusals", refusals.toArray(String[]::new))
                .param("at", time(at))
                .query(IssuedResults::map)
                .list();
    }

    /** False when it does not count, or not any more. */
    public boolean revoke(UUID id, Instant at) {
        return jdbc.sql(REVOKE).param("id", id).param("at", time(at)).update() > 0;
    }

    /** All of an application that count. */
    public List<IssuedResult> revokeAll(UUID applicationId, Instant at) {
        return jdbc.sql(REVOKE_ALL)
                .param("applicationId", applicationId)
                .param("at", time(at))
                .query(IssuedResults::map)
                .list();
    }

    /** Ends those whose last day is over; nobody else gets them in this transaction. */
    public List<IssuedResult> expire(LocalDate today, Instant at, int limit) {
        return jdbc.sql(EXPIRE)
                .param("today", today)
                .param("at", time(at))
                .param("limit", limit)
                .query(IssuedResults::map)
                .list();
    }

    /** Newest first. */
    public List<IssuedResult> page(String owner, Filter filter, int limit, @Nullable UUID after) {
        return jdbc.sql(PAGE)
                .param("owner", owner)
                .param("service", filter.service())
                .param("from", filter.from() == null ? null : time(filter.from()))
                .param("to", filter.to() == null ? null : time(filter.to()))
                .param("query", filter.query())
                .param("services", filter.services().toArray(String[]::new))
                .param("after", after)
                .param("limit", limit)
                .query(IssuedResults::map)
                .list();
    }

    private static IssuedResult map(ResultSet row, int index) throws SQLException {
        UUID xml = row.getObject("xml_id", UUID.class);
        Instant ended = instant(row, "ended_at");
        return new IssuedResult(
                row.getObject("id", UUID.class),
                new IssuedResult.Origin(
                        row.getObject("application_id", UUID.class),
                        row.getString("application_number"),
                        row.getString("owner_key"),
                        row.getString("person_id"),
                        row.getString("service_code"),
                        row.getString("agency")),
                row.getString("code"),
                new Texts(row.getString("title_ru"), row.getString("title_en")),
                row.getString("number"),
                row.getString("sha256"),
                xml == null ? null : new IssuedResult.Xml(xml, row.getString("xml_sha256")),
                row.getBoolean("automatic"),
                time(row.getObject("made_at", OffsetDateTime.class)),
                instant(row, "issued_at"),
                row.getObject("valid_until", LocalDate.class),
                ended == null
                        ? null
                        : new IssuedResult.Ending(ended, IssuedResult.Reason.valueOf(row.getString("end_reason"))));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time(time);
    }

    private static Instant time(OffsetDateTime time) {
        return time.toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
