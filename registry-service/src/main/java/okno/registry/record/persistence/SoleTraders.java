package okno.registry.record.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okno.registry.record.domain.RegisterRecord.PersonName;
import okno.registry.record.domain.RegisterRecord.SoleTrader;
import okno.registry.record.domain.RegisterRecord.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** ЕГРИП. */
@Repository
public class SoleTraders {

    private static final String SELECT = """
            select ogrnip, inn, last_name, first_name, middle_name, status, registered_on, region, okved_main, entry_number
            from sole_trader
            """;

    private static final String INSERT = """
            insert into sole_trader (ogrnip, inn, last_name, first_name, middle_name, status, registered_on, region,
                                     okved_main, entry_number, application_id, person_id)
            values (:ogrnip, :inn, :lastName, :firstName, :middleName, :status, :registeredOn, :region,
                    :okvedMain, :entryNumber, :applicationId, :personId)
            on conflict (inn) where status = 'ACTIVE' do nothing
            """;

    private final JdbcClient jdbc;

    SoleTraders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<SoleTrader> find(String ogrnip) {
        return one("where ogrnip = :value", ogrnip);
    }

    /** The latest record of a person, who may have been a trader several times. */
    public Optional<SoleTrader> findByInn(String inn) {
        return one("where inn = :value order by (status = 'ACTIVE') desc, registered_on desc limit 1", inn);
    }

    /** The person's record in force, if there is one. */
    public Optional<SoleTrader> findActiveByInn(String inn) {
        return one("where inn = :value and status = 'ACTIVE'", inn);
    }

    /** Traders whose name holds all the words, by ОГРНИП, behind the one given. */
    public List<SoleTrader> search(String words, @Nullable String after, int limit) {
        return jdbc.sql(SELECT + """
                        where name_search @@ plainto_tsquery('russian', :words) and ogrnip > :after
                        order by ogrnip limit :limit
                        """)
                .param("words", words)
                .param("after", after == null ? "" : after)
                .param("limit", limit)
                .query(SoleTraders::row)
                .list();
    }

    /** Serial part of the next ОГРНИП, 9 digits. */
    public long nextNumber() {
        return jdbc.sql("select nextval('ogrnip_number')").query(Long.class).single();
    }

    /**
     * Enters a new record.
     *
     * @param personId account of whose application it is
     * @return false when the person has a record in force already, and nothing was entered
     */
    public boolean insert(SoleTrader trader, UUID applicationId, String personId) {
        return jdbc.sql(INSERT)
                        .param("ogrnip", trader.ogrnip())
                        .param("inn", trader.inn())
                        .param("lastName", trader.name().lastName())
                        .param("firstName", trader.name().firstName())
                        .param("middleName", trader.name().middleName())
                        .param("status", trader.status().name())
                        .param("registeredOn", trader.registeredOn())
                        .param("region", trader.region())
                        .param("okvedMain", trader.okvedMain())
                        .param("entryNumber", trader.entryNumber())
                        .param("applicationId", applicationId)
                        .param("personId", personId)
                        .update()
                == 1;
    }

    private Optional<SoleTrader> one(String where, String value) {
        return jdbc.sql(SELECT + where)
                .param("value", value)
                .query(SoleTraders::row)
                .optional();
    }

    private static SoleTrader row(ResultSet row, int number) throws SQLException {
        return new SoleTrader(
                row.getString("ogrnip"),
                row.getString("inn"),
                new PersonName(row.getString("last_name"), row.getString("first_name"), row.getString("middle_name")),
                Status.valueOf(row.getString("status")),
                row.getObject("registered_on", LocalDate.class),
                row.getString("region"),
                row.getString("okved_main"),
                row.getString("entry_number"));
    }
}
