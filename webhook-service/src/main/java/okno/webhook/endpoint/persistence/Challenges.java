package okno.webhook.endpoint.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What pending endpoints have yet to answer. */
@Repository
public class Challenges {

    private static final String BEGIN = """
            update endpoint
            set challenge = :challenge, challenge_step = 0, challenge_due_at = :now, challenge_outcome = null
            where id = :id
            """;
    // The lease is the due time itself: whoever dies while asking leaves the row due again when the lease is over.
    private static final String CLAIM = """
            update endpoint set challenge_due_at = :leaseUntil
            where id in (
                select id from endpoint where state = 'PENDING' and challenge_due_at <= :now
                order by challenge_due_at limit :limit for update skip locked)
            returning id, url, challenge, challenge_step
            """;
    private static final String MISSED = """
            update endpoint
            set challenge_step = challenge_step + 1, challenge_due_at = :dueAt, challenge_outcome = :outcome
            where id = :id and state = 'PENDING' and challenge = :challenge
            """;
    private static final String OUTCOME = "select challenge_outcome from endpoint where id = :id";

    private final JdbcClient jdbc;

    Challenges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A question to be asked now.
     *
     * @param step how often it was asked before
     */
    public record DueChallenge(UUID endpointId, String url, String challenge, int step) {}

    /** Asks the endpoint from now on, until it answers. */
    public void begin(UUID endpointId, String challenge, Instant now) {
        jdbc.sql(BEGIN)
                .param("id", endpointId)
                .param("challenge", challenge)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes what is due; nobody else gets it before the lease ends. */
    public List<DueChallenge> claim(Instant now, Instant leaseUntil, int limit) {
        return jdbc.sql(CLAIM)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("leaseUntil", leaseUntil.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) -> new DueChallenge(
                        row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getInt(4)))
                .list();
    }

    /** It was not answered; asked again then, or never when null. */
    public void missed(DueChallenge challenge, String outcome, @Nullable Instant dueAt) {
        jdbc.sql(MISSED)
                .param("id", challenge.endpointId())
                .param("challenge", challenge.challenge())
                .param("outcome", outcome)
                .param("dueAt", dueAt == null ? null : dueAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What came of the last try; empty before the first. */
    public Optional<String> outcome(UUID endpointId) {
        return jdbc.sql(OUTCOME)
                .param("id", endpointId)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single();
    }
}
