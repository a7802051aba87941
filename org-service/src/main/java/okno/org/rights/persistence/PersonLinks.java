package okno.org.rights.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import okno.platform.rights.Keeping.Kept;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links of one person to companies: what was done for a company may be disputed for three years after the right ended. */
@Repository
public class PersonLinks {

    private static final int YEARS = 3;

    private static final String HELD =
            " from organisation where person_id = :person and status in ('LINKED', 'WITHDRAWN')";

    private static final String REMOVE = """
            delete from organisation
             where person_id = :person and status = 'WITHDRAWN'
               and changed_at < (:before::date::timestamp at time zone 'Europe/Moscow')
            """;

    private final JdbcClient jdbc;

    PersonLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Rights that are in force, locked. */
    public List<UUID> linked(String personId) {
        return jdbc.sql(
                        "select id from organisation where person_id = :person and status = 'LINKED' order by id for update")
                .param("person", personId)
                .query(UUID.class)
                .list();
    }

    /** Links that were refused, or that nobody has checked yet. */
    public long eraseRefused(String personId) {
        return jdbc.sql("delete from organisation where person_id = :person and status in ('CHECKING', 'REJECTED')")
                .param("person", personId)
                .update();
    }

    public List<Kept> kept(String personId) {
        long held = held(personId);
        return held == 0
                ? List.of()
                : List.of(new Kept(
                        "past_right_to_act",
                        held,
                        "Civil Code art. 53, 196",
                        YEARS + " years after the right to act for the company ended"));
    }

    /** Removes what nobody can dispute any more on that day; how many. */
    public long removeDue(String personId, LocalDate today) {
        return jdbc.sql(REMOVE)
                .param("person", personId)
                .param("before", today.minusYears(YEARS))
                .update();
    }

    public boolean anyHeld(String personId) {
        return held(personId) > 0;
    }

    private long held(String personId) {
        return jdbc.sql("select count(*)" + HELD)
                .param("person", personId)
                .query(Long.class)
                .single();
    }
}
