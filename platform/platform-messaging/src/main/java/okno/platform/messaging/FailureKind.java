package okno.platform.messaging;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Why a listener failed, as far as it decides what to do next. */
enum FailureKind {
    /** No retry can help: the record cannot be read. */
    UNREADABLE,
    /** Nothing is wrong with the record: the database, the network or another service is away and will be back. */
    OUTAGE,
    /** Perhaps a race that the next try wins, perhaps a mistake in the record or in the code. */
    OTHER;

    /** SQLSTATE classes: connection, transaction rollback, insufficient resources, operator intervention, system error. */
    private static final Set<String> OUTAGE_STATES = Set.of("08", "40", "53", "57", "58");

    static FailureKind of(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableEvent) {
                return UNREADABLE;
            }
            if (isOutage(cause)) {
                return OUTAGE;
            }
        }
        return OTHER;
    }

    private static boolean isOutage(Throwable cause) {
        return switch (cause) {
            case Problem problem -> problem.kind() == ProblemKind.UNAVAILABLE || problem.kind() == ProblemKind.TOO_MANY;
            case TransientDataAccessException _,
                    RecoverableDataAccessException _,
                    NonTransientDataAccessResourceException _,
                    CannotCreateTransactionException _ -> true;
            case SQLTransientException _, SQLRecoverableException _, SQLNonTransientConnectionException _ -> true;
            // Without a state it is not the server who speaks but the pool, of a connection that is gone: so fails the
            // rollback after the database died, and its failure hides the first one.
            case SQLException sql ->
                sql.getSQLState() == null
                        || (sql.getSQLState().length() == 5
                                && OUTAGE_STATES.contains(sql.getSQLState().substring(0, 2)));
            case SocketException _,
                    SocketTimeoutException _,
                    HttpTimeoutException _,
                    UnknownHostException _,
                    ClosedChannelException _ -> true;
            default -> cause instanceof RetriableException;
        };
    }
}
