package okno.registry.rights.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okno.platform.rights.Erasing;
import okno.platform.rights.Keeping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * An extract that is erased loses its owner and its file; number, hash and day stay, of nobody any more, because whoever
 * was given the paper may verify it. Records of registers are public and stay (129-FZ); the account is taken off them.
 */
@Repository
class PersonExtracts implements Erasing, Keeping {

    private static final int YEARS = 5;

    private static final String MINE = " from extract where owner_id = :person and owner_org is null";
    private static final String ANSWERS = MINE + " and application_id is not null";

    private static final String LET_GO = """
            update extract set owner_id = 'erased', application_id = null, content = ''
             where owner_id = :person and owner_org is null
            """;

    private final JdbcClient jdbc;

    PersonExtracts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Long> erase(String personId) {
        jdbc.sql("update sole_trader set person_id = null where person_id = :person")
                .param("person", personId)
                .update();
        return Map.of("extract", (long) jdbc.sql(LET_GO + " and application_id is null")
                .param("person", personId)
                .update());
    }

    @Override
    public List<Kept> kept(String personId) {
        return Stream.of(
                        new Kept(
                                "register_record",
                                count("select count(*) from sole_trader where person_id = :person", personId),
                                "129-FZ art. 4, 5, 6",
                                "for ever: state registers are public"),
                        new Kept(
                                "extract_of_application",
                                count("select count(*)" + ANSWERS, personId),
                                "210-FZ art. 7; 125-FZ art. 17; Rosarchiv order 236 of 20.12.2019",
                                YEARS + " years after it was issued"))
                .filter(kept -> kept.count() > 0)
                .toList();
    }

    @Override
    public Removed removeDue(String personId, LocalDate today) {
        String old = " and created_at < (:before::date::timestamp at time zone 'Europe/Moscow')";
        jdbc.sql("delete from extract_request where extract_id in (select id" + ANSWERS + old + ")")
                .param("person", personId)
                .param("before", today.minusYears(YEARS))
                .update();
        long gone = jdbc.sql(LET_GO + old)
                .param("person", personId)
                .param("before", today.minusYears(YEARS))
                .update();
        return new Removed(Map.of("extract_of_application", gone), count("select count(*)" + ANSWERS, personId) > 0);
    }

    private long count(String statement, String personId) {
        return jdbc.sql(statement).param("person", personId).query(Long.class).single();
    }
}
