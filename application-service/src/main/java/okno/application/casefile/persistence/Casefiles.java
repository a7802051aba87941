package okno.application.casefile.persistence;

import java.util.UUID;
import okno.application.casefile.domain.Casefile;
import okno.application.casefile.domain.Owner;
import okno.application.vault.PersonalData;
import okno.platform.core.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Applications together with what was filled in, where both are needed: one look instead of two. */
@Repository
public class Casefiles {

    private static final String OF_OWNER = "select " + ApplicationRow.COLUMNS + """
            , form, prefilled::text
              from application
              join application_form on application_id = id
             where id = :id and owner = :owner
               and (cast(:within as text[]) is null or service_code = any(cast(:within as text[])))
            """;

    private final JdbcClient jdbc;
    private final Forms forms;
    private final ApplicationRow row;

    Casefiles(JdbcClient jdbc, Forms forms, PersonalData personalData) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.row = new ApplicationRow(personalData);
    }

    /** The owner's; another's is not found. */
    public Casefile get(UUID id, Owner owner) {
        return jdbc.sql(OF_OWNER)
                .param("id", id)
                .param("owner", owner.key())
                .param("within", Applications.within(owner))
                .query((result, index) -> new Casefile(row.map(result, index), forms.map(id, result)))
                .optional()
                .orElseThrow(Problem::notFound);
    }
}
