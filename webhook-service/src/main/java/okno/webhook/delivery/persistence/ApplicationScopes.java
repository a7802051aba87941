package okno.webhook.delivery.persistence;

import static okno.webhook.delivery.persistence.Columns.texts;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which agency and service an application belongs to, learned from its events. */
@Repository
public class ApplicationScopes {

    private static final String KNOWN = """
            select application_id, agency, service from application_scope
            where application_id = any (cast(:ids as uuid[]))
            """;
    // Locks the application even when nothing is learned: events of one application that come from different topics at
    // the same time wait for each other, so none stays held for ever. An application just added has nothing held.
    private static final String LEARN = """
            insert into application_scope (application_id, agency, service)
            select id::uuid, agency, service from unnest(:ids, :agencies, :services) as batch (id, agency, service)
            order by 1
            on conflict (application_id) do update
                set agency = coalesce(application_scope.agency, excluded.agency),
                    service = coalesce(application_scope.service, excluded.service)
            returning new.application_id, new.agency, new.service,
                old.application_id is not null and old.agency is null and new.agency is not null as told_now
            """;

    private final JdbcClient jdbc;

    ApplicationScopes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is known of an application.
     *
     * @param toldNow true when its agency was not known until now, and may have missed events
     */
    public record ApplicationScope(
            UUID id, @Nullable String agency, @Nullable String service, boolean toldNow) {

        /** Both together; what was known first stays. */
        public ApplicationScope or(ApplicationScope other) {
            return new ApplicationScope(
                    id, agency == null ? other.agency : agency, service == null ? other.service : service, toldNow);
        }

        private boolean isKnownBy(@Nullable ApplicationScope stored) {
            return stored != null && stored.agency != null && (stored.service != null || service == null);
        }
    }

    /** Remembers what events say and returns all that is known; nothing is written for what was known already. */
    public Map<UUID, ApplicationScope> learn(Collection<ApplicationScope> said) {
        Map<UUID, ApplicationScope> known = new HashMap<>();
        jdbc.sql(KNOWN).param("ids", texts(said, ApplicationScope::id)).query(row -> {
            var scope = new ApplicationScope(row.getObject(1, UUID.class), row.getString(2), row.getString(3), false);
            known.put(scope.id(), scope);
        });
        var unknown = said.stream()
                .filter(scope -> !scope.isKnownBy(known.get(scope.id())))
                .toList();
        if (!unknown.isEmpty()) {
            jdbc.sql(LEARN)
                    .param("ids", texts(unknown, ApplicationScope::id))
                    .param("agencies", texts(unknown, ApplicationScope::agency))
                    .param("services", texts(unknown, ApplicationScope::service))
                    .query(row -> {
                        var scope = new ApplicationScope(
                                row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getBoolean(4));
                        known.put(scope.id(), scope);
                    });
        }
        return known;
    }
}
