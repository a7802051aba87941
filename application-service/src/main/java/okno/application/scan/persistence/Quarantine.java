package okno.application.scan.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Infected files whose contents are still there. */
@Repository
public class Quarantine {

    private static final String END_OF_PAPERS = """
            with due as (
                select id from paper
                 where state = 'REJECTED' and quarantine_ended_at is null and created_at < :before
                 order by created_at
                 limit :limit
                   for update skip locked
            )
            update paper p
               set quarantine_ended_at = :now
              from due, application a
             where p.id = due.id and a.id = p.application_id
            returning p.id, a.person_id
            """;
    private static final String END_OF_DOCUMENTS = """
            with due as (
                select id from personal_document
                 where state = 'REJECTED' and quarantine_ended_at is null and created_at < :before
                 order by created_at
                 limit :limit
                   for update skip locked
            )
            update personal_document p
               set quarantine_ended_at = :now
              from due
             where p.id = due.id
            returning p.id, p.person_id
            """;

    private final JdbcClient jdbc;

    Quarantine(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A file that leaves quarantine for good. */
    public record Ended(UUID id, String personId) {}

    /** Some files of applications that came before a time; nobody else gets them in this transaction. */
    public List<Ended> endOfPapers(Instant before, Instant now, int limit) {
        return ended(END_OF_PAPERS, before, now, limit);
    }

    /** The same of personal documents. */
    public List<Ended> endOfDocuments(Instant before, Instant now, int limit) {
        return ended(END_OF_DOCUMENTS, before, now, limit);
    }

    private List<Ended> ended(String sql, Instant before, Instant now, int limit) {
        return jdbc.sql(sql)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, i) -> new Ended(row.getObject("id", UUID.class), row.getString("person_id")))
                .list();
    }
}
