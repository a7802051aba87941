package okno.platform.web.idempotency;

import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Ties the row of the call to the transaction of its effect: they commit together or not at all, whenever the process
 * dies. A transaction of an attempt that was taken over is rolled back.
 */
final class IdempotentCommits implements TransactionExecutionListener {

    private final ThreadLocal<@Nullable Running> running = new ThreadLocal<>();
    private final IdempotencyStore store;

    IdempotentCommits(IdempotencyStore store) {
        this.store = store;
    }

    void begin(Claim.Attempt attempt) {
        running.set(new Running(attempt));
    }

    void end() {
        running.remove();
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        Running call = running.get();
        if (call == null || call.committed || transaction.isReadOnly()) {
            return;
        }
        if (!store.commit(call.attempt)) {
            throw new Problem(ProblemKind.CONFLICT, "idempotency_key_in_flight");
        }
    }

    @Override
    public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
        Running call = running.get();
        if (call != null && failure == null && !transaction.isReadOnly()) {
            // A committed row is never taken over, so later transactions of this request need not ask.
            call.committed = true;
        }
    }

    private static final class Running {

        private final Claim.Attempt attempt;
        private boolean committed;

        Running(Claim.Attempt attempt) {
            this.attempt = attempt;
        }
    }
}
