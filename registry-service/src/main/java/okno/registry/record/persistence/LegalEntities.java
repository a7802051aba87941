package okno.registry.record.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import okno.registry.record.domain.RegisterRecord.Head;
import okno.registry.record.domain.RegisterRecord.LegalEntity;
import okno.registry.record.domain.RegisterRecord.PersonName;
import okno.registry.record.domain.RegisterRecord.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** ЕГРЮЛ. */
@Repository
public class LegalEntities {

    private static final String SELECT = """
            select ogrn, inn, kpp, full_name, short_name, status, registered_on, region, okved_main, capital_kopecks,
                   head_inn, head_last_name, head_first_name, head_middle_name, head_position, entry_number
            from legal_entity
            """;

    private final JdbcClient jdbc;

    LegalEntities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<LegalEntity> find(String ogrn) {
        return jdbc.sql(SELECT + "where ogrn = :ogrn")
                .param("ogrn", ogrn)
                .query(LegalEntities::row)
                .optional();
    }

    public Optional<LegalEntity> findByInn(String inn) {
        return jdbc.sql(SELECT + "where inn = :inn")
                .param("inn", inn)
                .query(LegalEntities::row)
                .optional();
    }

    /** Companies whose name holds all the words, by ОГРН, behind the one given. */
    public List<LegalEntity> search(String words, @Nullable String after, int limit) {
        return jdbc.sql(SELECT + """
                        where name_search @@ plainto_tsquery('russian', :words) and ogrn > :after
                        order by ogrn limit :limit
                        """)
                .param("words", words)
                .param("after", after == null ? "" : after)
                .param("limit", limit)
                .query(LegalEntities::row)
                .list();
    }

    private static LegalEntity row(ResultSet row, int number) throws SQLException {
        var name = new PersonName(
                row.getString("head_last_name"), row.getString("head_first_name"), row.getString("head_middle_name"));
        return new LegalEntity(
                row.getString("ogrn"),
                row.getString("inn"),
                row.getString("kpp"),
                row.getString("full_name"),
                row.getString("short_name"),
                Status.valueOf(row.getString("status")),
                row.getObject("registered_on", LocalDate.class),
                row.getString("region"),
                row.getString("okved_main"),
                row.getLong("capital_kopecks"),
                new Head(name, row.getString("head_inn"), row.getString("head_position")),
                row.getString("entry_number"));
    }
}
