package okno.application.rights.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Erases what no law keeps of one person, or keeps no longer. Contents of files are told, to be forgotten after it. */
@Repository
public class PersonStock {

    private static final String DRAFTS = "(select id from application where owner = :owner and status = 'DRAFT')";

    private static final String CLOSED_BEFORE = """
            a.status in ('REJECTED', 'COMPLETED', 'WITHDRAWN', 'CANCELLED')
                and a.updated_at < (:before::date::timestamp at time zone 'Europe/Moscow')
            """;

    /** Closed before the day, its complaints too, and nothing that was granted is in force. */
    private static final String OLD = """
            (select a.id from application a
              where a.owner = :owner and\s""" + CLOSED_BEFORE + """
                and not exists (select from appeal c
                                 where c.application_id = a.id
                                   and (c.decided_at is null
                                        or c.decided_at >= (:before::date::timestamp at time zone 'Europe/Moscow')))
                and not exists (select from issued_result r
                                 where r.application_id = a.id and r.ended_at is null and r.valid_until >= :today))
            """;

    private static final String ACTED =
            "select count(distinct application_id) from application_history where representative = :person";
    // The power stays: it names nobody, and says that it was not the applicant themselves.
    private static final String UNNAME = """
            update application_history h
               set representative = null
              from application a
             where h.representative = :person and a.id = h.application_id and\s""" + CLOSED_BEFORE + """
            returning h.application_id
            """;

    private static final String FILES = """
            select id from paper where application_id in %1$s
            union all
            select p.document_id from upload_piece p join upload u on u.id = p.upload_id
             where u.application_id in %1$s
            """;

    private static final String CONTENTS = FILES.formatted(DRAFTS) + """
            union all
            select id from personal_document where owner_key = :owner
            """;

    /** In this order: what does not go with its application goes before it. */
    private static final List<String> BEFORE_APPLICATIONS = List.of(
            "delete from appeal_paper where appeal_id in (select id from appeal where application_id in " + OLD + ")",
            "delete from appeal where application_id in " + OLD,
            "delete from feedback where application_id in " + OLD);

    private final JdbcClient jdbc;

    PersonStock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ids of all contents that go at once. */
    public List<UUID> contents(String owner) {
        return jdbc.sql(CONTENTS).param("owner", owner).query(UUID.class).list();
    }

    /** The rows of their files go with them (on delete cascade). */
    public long eraseDrafts(String owner) {
        return jdbc.sql("delete from application where owner = :owner and status = 'DRAFT'")
                .param("owner", owner)
                .update();
    }

    /** Documents of the person's own; to whom they were shown goes before. */
    public long eraseDocuments(String owner) {
        return jdbc.sql("delete from personal_document where owner_key = :owner")
                .param("owner", owner)
                .update();
    }

    /** Applications that were submitted, or wait for a payment. */
    public long applications(String owner) {
        return jdbc.sql("select count(*) from application where owner = :owner and status <> 'DRAFT'")
                .param("owner", owner)
                .query(Long.class)
                .single();
    }

    /** Ids of the contents of applications that were closed before the day. */
    public List<UUID> oldContents(String owner, LocalDate before, LocalDate today) {
        return old(FILES.formatted(OLD), owner, before, today).query(UUID.class).list();
    }

    public long removeOld(String owner, LocalDate before, LocalDate today) {
        BEFORE_APPLICATIONS.forEach(
                statement -> old(statement, owner, before, today).update());
        return old("delete from application where id in " + OLD, owner, before, today)
                .update();
    }

    /** Applications of others in which the person took a step under a power of attorney. */
    public long acted(String personId) {
        return jdbc.sql(ACTED).param("person", personId).query(Long.class).single();
    }

    /** Of those that were closed before the day the person is not named any more; how many they were. */
    public long removeActed(String personId, LocalDate before) {
        return jdbc.sql(UNNAME).param("person", personId).param("before", before).query(UUID.class).list().stream()
                .distinct()
                .count();
    }

    private JdbcClient.StatementSpec old(String statement, String owner, LocalDate before, LocalDate today) {
        return jdbc.sql(statement).param("owner", owner).param("before", before).param("today", today);
    }
}
