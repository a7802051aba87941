package okno.platform.web.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import okno.platform.core.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of {@code idempotency_key}. A row begins in flight, is marked committed by the very transaction that has the
 * effect, and ends with the answer. Whoever takes a stale row over changes its attempt, and the transaction of the old
 * attempt then finds no row to mark and rolls back: at most one attempt ever commits.
 */
class IdempotencyStore {

    static final Duration RETENTION = Duration.ofHours(24);

    /** Longer than any request may run (socket timeout 30 s, outgoing calls 3 s). */
    static final Duration STALE_AFTER = Duration.ofSeconds(60);

    private static final int CLEAN_BATCH = 5000;

    private static final String INSERT = """
            insert into idempotency_key (id, fingerprint, attempt, state, started_at)
            values (:id, :fingerprint, :attempt, 'IN_FLIGHT', :now)
            on conflict (id) do nothing
            """;
    private static final String SELECT = """
            select fingerprint, attempt, state, answer, started_at from idempotency_key where id = :id
            """;
    private static final String TAKE_OVER = """
            update idempotency_key set attempt = :attempt, started_at = :now
            where id = :id and attempt = :stale and state = 'IN_FLIGHT'
            """;
    private static final String EXPIRE = """
            delete from idempotency_key where id = :id and attempt = :attempt and started_at < :before
            """;
    private static final String COMMIT = """
            update idempotency_key set state = 'COMMITTED' where id = :id and attempt = :attempt
            """;
    private static final String ANSWER = """
            update idempotency_key set state = 'ANSWERED', answer = :answer where id = :id and attempt = :attempt
            """;
    private static final String RELEASE = """
            delete from idempotency_key where id = :id and attempt = :attempt and state = 'IN_FLIGHT'
            """;
    private static final String CLEAN = """
            delete from idempotency_key where id in (
                select id from idempotency_key where started_at < :before order by started_at limit :batch
                for update skip locked)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotencyStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Decides whether this request carries the call out; every statement here commits by itself. */
    Claim claim(CallKey key, byte[] fingerprint) {
        byte[] id = key.id();
        while (true) {
            Claim.Attempt attempt = new Claim.Attempt(key, Ids.next());
            boolean first = jdbc.sql(INSERT)
                            .param("id", id)
                            .param("fingerprint", fingerprint)
                            .param("attempt", attempt.id())
                            .param("now", now())
                            .update()
                    == 1;
            if (first) {
                return new Claim.Granted(attempt);
            }
            // Empty when the row went away or changed under us: then everything is decided anew.
            Optional<Claim> decided = jdbc.sql(SELECT)
                    .param("id", id)
                    .query(IdempotencyStore::toRow)
                    .optional()
                    .flatMap(row -> decide(row, attempt, fingerprint));
            if (decided.isPresent()) {
                return decided.get();
            }
        }
    }

    private Optional<Claim> decide(Row row, Claim.Attempt attempt, byte[] fingerprint) {
        if (row.startedAt().isBefore(clock.instant().minus(RETENTION))) {
            jdbc.sql(EXPIRE)
                    .param("id", attempt.key().id())
                    .param("attempt", row.attempt())
                    .param("before", now().minus(RETENTION))
                    .update();
            return Optional.empty();
        }
        if (!Arrays.equals(row.fingerprint(), fingerprint)) {
            return Optional.of(new Claim.Reused());
        }
        if (row.answer() != null) {
            return Optional.of(new Claim.Done(StoredAnswer.open(attempt.key().sealingKey(), row.answer())));
        }
        if (row.startedAt().isAfter(clock.instant().minus(STALE_AFTER))) {
            return Optional.of(new Claim.InFlight());
        }
        if (row.state().equals("COMMITTED")) {
            return Optional.of(new Claim.DoneWithoutAnswer());
        }
        return takeOver(row, attempt) ? Optional.of(new Claim.Granted(attempt)) : Optional.empty();
    }

    private boolean takeOver(Row stale, Claim.Attempt attempt) {
        return jdbc.sql(TAKE_OVER)
                        .param("id", attempt.key().id())
                        .param("attempt", attempt.id())
                        .param("stale", stale.attempt())
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Marks the call as done, in the transaction of its effect; false when another attempt has taken it over. */
    boolean commit(Claim.Attempt attempt) {
        return update(COMMIT, attempt) == 1;
    }

    void answer(Claim.Attempt attempt, StoredAnswer answer) {
        jdbc.sql(ANSWER)
                .param("id", attempt.key().id())
                .param("attempt", attempt.id())
                .param("answer", answer.seal(attempt.key().sealingKey()))
                .update();
    }

    /** Forgets an attempt that had no effect, so that a retry may begin at once. */
    void release(Claim.Attempt attempt) {
        update(RELEASE, attempt);
    }

    /** Deletes what is older than {@link #RETENTION}; returns the number of rows. */
    int clean() {
        int deleted = 0;
        int batch;
        do {
            batch = jdbc.sql(CLEAN)
                    .param("before", now().minus(RETENTION))
                    .param("batch", CLEAN_BATCH)
                    .update();
            deleted += batch;
        } while (batch == CLEAN_BATCH);
        return deleted;
    }

    private int update(String sql, Claim.Attempt attempt) {
        return jdbc.sql(sql)
                .param("id", attempt.key().id())
                .param("attempt", attempt.id())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Row toRow(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getBytes("fingerprint"),
                row.getObject("attempt", UUID.class),
                row.getString("state"),
                row.getBytes("answer"),
                row.getObject("started_at", OffsetDateTime.class).toInstant());
    }

    private record Row(byte[] fingerprint, UUID attempt, String state, byte @Nullable [] answer, Instant startedAt) {}
}
