package okno.identity.client.persistence;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import okno.identity.client.domain.ClientApplication;
import okno.identity.client.domain.ClientStatus;
import okno.identity.client.domain.Owner;
import okno.identity.client.domain.QuotaPlan;
import okno.identity.client.domain.Scope;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Client applications, and which of them Keycloak is still to be told of. */
@Repository
public class ClientApplications {

    private static final String COLUMNS = """
            id, client_id, org_id, agency, requested_by, name, purpose, scopes, redirect_uris, plan, status, reason,
            decided_by, created_at, version
            """;

    private static final String SELECT = "select " + COLUMNS + " from client_application ";

    private static final String VISIBLE = " (:admin or org_id = :org) ";

    private static final String INSERT = """
            insert into client_application (id, client_id, org_id, agency, requested_by, name, purpose, scopes,
                redirect_uris, plan, status, created_at, changed_at, version)
            values (:id, :client_id, :org, :agency, :by, :name, :purpose, :scopes, :redirects, :plan, :status, :now, :now, 1)
            """;

    private static final String UPDATE = """
            update client_application
            set plan = :plan, status = :status, reason = :reason, decided_by = :decided_by, version = :version,
                changed_at = :now, keycloak_due_at = case when :tell then :now else keycloak_due_at end
            where id = :id and version = :version - 1
            """;

    private static final String TAKE_DUE = """
            update client_application set keycloak_due_at = :again_at
            where id in (select id from client_application where keycloak_due_at <= :now
                         order by keycloak_due_at limit :rows for update skip locked)
            returning
            """ + COLUMNS;

    private final JdbcClient jdbc;

    ClientApplications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(ClientApplication client) {
        jdbc.sql(INSERT)
                .param("id", client.id())
                .param("client_id", client.clientId())
                .param("org", client.orgId())
                .param("agency", client.agency())
                .param("by", client.requestedBy())
                .param("name", client.name())
                .param("purpose", client.purpose())
                .param("scopes", client.scopes().stream().map(Scope::word).toArray(String[]::new))
                .param("redirects", client.redirectUris().toArray(String[]::new))
                .param("plan", client.plan().name())
                .param("status", client.status().name())
                .param("now", utc(client.createdAt()))
                .update();
    }

    /**
     * Saves the next version.
     *
     * @param tell whether Keycloak is to be told
     * @throws Problem "stale" when somebody else was faster
     */
    public void save(ClientApplication client, boolean tell, Instant now) {
        int saved = jdbc.sql(UPDATE)
                .param("id", client.id())
                .param("plan", client.plan().name())
                .param("status", client.status().name())
                .param("reason", client.reason())
                .param("decided_by", client.decidedBy())
                .param("version", client.version())
                .param("tell", tell)
                .param("now", utc(now))
                .update();
        if (saved == 0) {
            throw Problem.stale();
        }
    }

    /** Lets Keycloak be told again of a client whose keys have changed. */
    public void tell(UUID id, Instant now) {
        jdbc.sql("update client_application set keycloak_due_at = :now where id = :id and status <> 'REQUESTED'")
                .param("id", id)
                .param("now", utc(now))
                .update();
    }

    /** The owner's, locked until the end of the transaction. */
    public Optional<ClientApplication> lock(UUID id, Owner owner) {
        return jdbc.sql(SELECT + "where id = :id and" + VISIBLE + "for update")
                .param("id", id)
                .param("admin", owner.isAdministrator())
                .param("org", owner.orgId())
                .query((rs, row) -> read(rs))
                .optional();
    }

    public Optional<ClientApplication> find(UUID id, Owner owner) {
        return jdbc.sql(SELECT + "where id = :id and" + VISIBLE)
                .param("id", id)
                .param("admin", owner.isAdministrator())
                .param("org", owner.orgId())
                .query((rs, row) -> read(rs))
                .optional();
    }

    /** Newest first. */
    public List<ClientApplication> page(Owner owner, @Nullable ClientStatus status, @Nullable UUID before, int rows) {
        return jdbc.sql(SELECT + "where" + VISIBLE + """
                        and (cast(:status as text) is null or status = :status)
                        and (cast(:before as uuid) is null or id < :before)
                        order by id desc limit :rows
                        """)
                .param("admin", owner.isAdministrator())
                .param("org", owner.orgId())
                .param("status", status == null ? null : status.name())
                .param("before", before)
                .param("rows", rows)
                .query((rs, row) -> read(rs))
                .list();
    }

    /** How many a company has that are not refused or closed. */
    public int living(UUID orgId) {
        return jdbc.sql("""
                        select count(*) from client_application
                        where org_id = :org and status not in ('REJECTED', 'CLOSED')
                        """).param("org", orgId).query(Integer.class).single();
    }

    /** By its name at Keycloak. */
    public Optional<ClientStatus> status(String clientId) {
        return jdbc.sql("select status from client_application where client_id = :client")
                .param("client", clientId)
                .query(String.class)
                .optional()
                .map(ClientStatus::valueOf);
    }

    /** A client that the gateway must know the plan of. */
    public record Planned(String clientId, QuotaPlan plan) {}

    /** Plans of all clients that work, by name. */
    public List<Planned> plans() {
        return jdbc.sql("""
                        select client_id, plan from client_application where status in ('APPROVED', 'ACTIVE')
                        order by client_id
                        """)
                .query((rs, row) -> new Planned(rs.getString("client_id"), QuotaPlan.valueOf(rs.getString("plan"))))
                .list();
    }

    /** Takes those that Keycloak is to be told of; what is not told is due again then, to the microsecond. */
    public List<ClientApplication> takeDue(int rows, Instant now, Instant againAt) {
        return jdbc.sql(TAKE_DUE)
                .param("now", utc(now))
                .param("again_at", utc(againAt))
                .param("rows", rows)
                .query((rs, row) -> read(rs))
                .list();
    }

    /** Keycloak knows what was taken; what became due meanwhile stays due. */
    public void told(UUID id, Instant againAt) {
        jdbc.sql("""
                        update client_application set keycloak_due_at = null
                        where id = :id and keycloak_due_at = :again_at
                        """).param("id", id).param("again_at", utc(againAt)).update();
    }

    private static ClientApplication read(ResultSet rs) throws SQLException {
        Set<Scope> scopes = texts(rs.getArray("scopes")).stream()
                .flatMap(word -> Scope.of(word).stream())
                .collect(Collectors.toSet());
        return new ClientApplication(
                rs.getObject("id", UUID.class),
                rs.getString("client_id"),
                rs.getObject("org_id", UUID.class),
                rs.getString("agency"),
                rs.getString("requested_by"),
                rs.getString("name"),
                rs.getString("purpose"),
                scopes,
                texts(rs.getArray("redirect_uris")),
                QuotaPlan.valueOf(rs.getString("plan")),
                ClientStatus.valueOf(rs.getString("status")),
                rs.getString("reason"),
                rs.getString("decided_by"),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                rs.getLong("version"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
