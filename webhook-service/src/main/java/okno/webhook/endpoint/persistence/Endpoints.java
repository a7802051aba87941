package okno.webhook.endpoint.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okno.platform.core.Problem;
import okno.webhook.endpoint.domain.DisabledReason;
import okno.webhook.endpoint.domain.Endpoint;
import okno.webhook.endpoint.domain.EndpointState;
import okno.webhook.endpoint.domain.Owner;
import okno.webhook.endpoint.domain.Subscription;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All endpoints. Writers take the row lock first, so a change of state never meets another. */
@Repository
public class Endpoints {

    private static final String COLUMNS = """
            id, owner, audience, url, event_types, services, subjects, ordered, description, state, disabled_reason, version,
            created_at
            """;
    private static final String INSERT = """
            insert into endpoint (id, owner, audience, url, event_types, services, subjects, ordered, description, state,
                version, created_at)
            values (:id, :owner, :audience, :url, :eventTypes, :services, :subjects, :ordered, :description, :state,
                :version, :createdAt)
            """;
    private static final String INSERT_HEALTH = "insert into endpoint_health (endpoint_id) values (:id)";
    private static final String RESET_HEALTH = """
            update endpoint_health set failures = 0, failing_since = null, blocked_until = null
            where endpoint_id = :id
            """;
    // Held until commit, so that two registrations of one owner cannot both take the last place.
    private static final String LOCK_OWNER = "select pg_advisory_xact_lock(hashtextextended(:owner, 0))";
    private static final String COUNT = "select count(*) from endpoint where owner = :owner";
    private static final String BY_ID = "select " + COLUMNS + " from endpoint where id = :id for no key update";
    private static final String OWN =
            "select " + COLUMNS + " from endpoint where id = :id and :owner in (owner, audience)";
    private static final String PAGE = "select " + COLUMNS + """
            from endpoint
            where :owner in (owner, audience) and (cast(:after as uuid) is null or id > cast(:after as uuid))
            order by id limit :limit
            """;
    private static final String UPDATE = """
            update endpoint
            set url = :url, event_types = :eventTypes, services = :services, subjects = :subjects, ordered = :ordered,
                description = :description, state = :state, disabled_reason = :reason, version = :version
            where id = :id and version = :version - 1
            """;
    private static final String DELETE = "delete from endpoint where id = :id and :owner in (owner, audience)";

    private final JdbcClient jdbc;

    Endpoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Endpoint endpoint) {
        jdbc.sql(INSERT)
                .param("id", endpoint.id())
                .param("owner", endpoint.owner().key())
                .param("audience", endpoint.owner().audience())
                .param("url", endpoint.url())
                .param("eventTypes", endpoint.subscription().eventTypes().toArray(String[]::new))
                .param("services", endpoint.subscription().services().toArray(String[]::new))
                .param("subjects", endpoint.subscription().subjects().toArray(UUID[]::new))
                .param("ordered", endpoint.subscription().ordered())
                .param("description", endpoint.description())
                .param("state", endpoint.state().name())
                .param("version", endpoint.version())
                .param("createdAt", endpoint.createdAt().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql(INSERT_HEALTH).param("id", endpoint.id()).update();
    }

    /** How many the owner has; the count holds until the end of the transaction. */
    public int countLocked(Owner owner) {
        jdbc.sql(LOCK_OWNER).param("owner", owner.key()).query().singleRow();
        return jdbc.sql(COUNT).param("owner", owner.key()).query(Integer.class).single();
    }

    /** The endpoint, its row locked. */
    public Optional<Endpoint> findLocked(UUID id) {
        return jdbc.sql(BY_ID).param("id", id).query(Endpoints::endpoint).optional();
    }

    /**
     * The owner's endpoint, its row locked.
     *
     * @throws Problem {@code not_found} when there is none, or it is another's
     */
    public Endpoint getLocked(UUID id, Owner owner) {
        return jdbc.sql(OWN + " for no key update")
                .param("id", id)
                .param("owner", owner.key())
                .query(Endpoints::endpoint)
                .optional()
                .orElseThrow(Problem::notFound);
    }

    /** The owner's endpoint, to read; {@code not_found} as above. */
    public Endpoint get(UUID id, Owner owner) {
        return jdbc.sql(OWN)
                .param("id", id)
                .param("owner", owner.key())
                .query(Endpoints::endpoint)
                .optional()
                .orElseThrow(Problem::notFound);
    }

    public List<Endpoint> page(Owner owner, @Nullable String after, int limit) {
        return jdbc.sql(PAGE)
                .param("owner", owner.key())
                .param("after", after)
                .param("limit", limit)
                .query(Endpoints::endpoint)
                .list();
    }

    /** Writes a changed endpoint; {@code stale_version} when it was changed meanwhile. */
    public void save(Endpoint endpoint) {
        int updated = jdbc.sql(UPDATE)
                .param("id", endpoint.id())
                .param("url", endpoint.url())
                .param("eventTypes", endpoint.subscription().eventTypes().toArray(String[]::new))
                .param("services", endpoint.subscription().services().toArray(String[]::new))
                .param("subjects", endpoint.subscription().subjects().toArray(UUID[]::new))
                .param("ordered", endpoint.subscription().ordered())
                .param("description", endpoint.description())
                .param("state", endpoint.state().name())
                .param("reason", nameOf(endpoint.disabledReason()))
                .param("version", endpoint.version())
                .update();
        if (updated == 0) {
            throw Problem.stale();
        }
    }

    /** Forgets past failures, as for an endpoint that has just proved itself. */
    public void resetHealth(UUID id) {
        jdbc.sql(RESET_HEALTH).param("id", id).update();
    }

    /** Removes the endpoint with its secrets and deliveries; false when there is none of this owner. */
    public boolean delete(UUID id, Owner owner) {
        return jdbc.sql(DELETE).param("id", id).param("owner", owner.key()).update() > 0;
    }

    private static @Nullable String nameOf(@Nullable DisabledReason reason) {
        return reason == null ? null : reason.name();
    }

    private static Endpoint endpoint(ResultSet row, int number) throws SQLException {
        String reason = row.getString("disabled_reason");
        return new Endpoint(
                row.getObject("id", UUID.class),
                new Owner(row.getString("owner"), row.getString("audience")),
                row.getString("url"),
                new Subscription(
                        List.of((String[]) row.getArray("event_types").getArray()),
                        List.of((String[]) row.getArray("services").getArray()),
                        List.of((UUID[]) row.getArray("subjects").getArray()),
                        row.getBoolean("ordered")),
                row.getString("description"),
                EndpointState.valueOf(row.getString("state")),
                reason == null ? null : DisabledReason.valueOf(reason),
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
