package okno.application.rights.persistence;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Erases what no law keeps of one person, and counts what stays. Contents of files are told, to be forgotten after it. */
@Repository
public class PersonStock {

    private static final String DRAFTS = "(select id from application where owner = :owner and status = 'DRAFT')";

    private static final String CONTENTS = """
            select id from paper where application_id in %1$s
            union all
            select p.document_id from upload_piece p join upload u on u.id = p.upload_id
             where u.application_id in %1$s
            union all
            select id from personal_document where owner_key = :owner
            """.formatted(DRAFTS);

    private static final String SHARES = "delete from document_share where owner_key = :owner and document_id in"
            + " (select id from personal_document where owner_key = :owner)";

    private final JdbcClient jdbc;

    PersonStock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ids of all contents that go. */
    public List<UUID> contents(String owner) {
        return jdbc.sql(CONTENTS).param("owner", owner).query(UUID.class).list();
    }

    /** The rows of their files go with them (on delete cascade). */
    public long eraseDrafts(String owner) {
        return jdbc.sql("delete from application where owner = :owner and status = 'DRAFT'")
                .param("owner", owner)
                .update();
    }

    /** Documents of the person's own, and to whom they were shown. */
    public long eraseDocuments(String owner) {
        jdbc.sql(SHARES).param("owner", owner).update();
        return jdbc.sql("delete from personal_document where owner_key = :owner")
                .param("owner", owner)
                .update();
    }

    /** Applications that were submitted, or wait for a payment. */
    public long applications(String owner) {
        return jdbc.sql("select count(*) from application where owner = :owner")
                .param("owner", owner)
                .query(Long.class)
                .single();
    }
}
