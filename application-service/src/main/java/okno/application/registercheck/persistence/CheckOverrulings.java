package okno.application.registercheck.persistence;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import okno.application.registercheck.domain.Overruling;
import okno.application.vault.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who overruled which check, and why; the reason may speak of people, so it is sealed. */
@Repository
public class CheckOverrulings {

    // Somebody may propose the same decision once more, after another officer had proposed otherwise.
    private static final String SAVE = """
            insert into check_overruling (register_check_id, overruled_by, reason, overruled_at)
            values (:check, :by, :reason, :at)
            on conflict (register_check_id, overruled_by) do update
                set reason = excluded.reason, overruled_at = excluded.overruled_at
            """;
    private static final String OF = """
            select register_check_id, overruled_by, reason, overruled_at
              from check_overruling
              join register_check on id = register_check_id
             where application_id = :applicationId
             order by overruled_at, overruled_by
            """;

    private final JdbcClient jdbc;
    private final PersonalData personalData;

    CheckOverrulings(JdbcClient jdbc, PersonalData personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    public void save(Overruling overruling) {
        jdbc.sql(SAVE)
                .param("check", overruling.checkId())
                .param("by", overruling.by())
                .param("reason", personalData.seal(place(overruling.checkId(), overruling.by()), overruling.reason()))
                .param("at", overruling.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Of all checks of an application, oldest first. */
    public List<Overruling> of(UUID applicationId) {
        return jdbc.sql(OF)
                .param("applicationId", applicationId)
                .query((row, i) -> {
                    UUID check = row.getObject("register_check_id", UUID.class);
                    String by = row.getString("overruled_by");
                    return new Overruling(
                            check,
                            by,
                            personalData.open(place(check, by), row.getBytes("reason")),
                            row.getObject("overruled_at", OffsetDateTime.class).toInstant());
                })
                .list();
    }

    private static String place(UUID checkId, String by) {
        return "check_overruling|" + checkId + "|" + by;
    }
}
