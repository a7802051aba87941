package okno.application.deadline.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Applications whose applicant let a term pass. */
@Repository
public class OverdueAnswers {

    // A payment made on the last day is told by the bank on the next: it has that day, too.
    private static final String OVERDUE = """
            select id
              from application
             where answer_by < :today
               and (status <> 'AWAITING_PAYMENT' or answer_by < :today - 1)
             order by answer_by, id
             limit :limit
            """;

    private final JdbcClient jdbc;

    OverdueAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The longest overdue first. */
    public List<UUID> on(LocalDate today, int limit) {
        return jdbc.sql(OVERDUE)
                .param("today", today)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }
}
