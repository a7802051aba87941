package okno.platform.web;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells failures of the database that pass by themselves from failures of the program. */
final class DatabaseFaults {

    /** Character not in repertoire; untranslatable character: NUL and the like in a text. */
    private static final Set<String> UNSTORABLE_TEXT = Set.of("22021", "22P05");

    private DatabaseFaults() {}

    /** True when no connection could be had, the connection broke, or PostgreSQL gave up a deadlock. */
    static boolean isDown(Throwable e) {
        return switch (e) {
            case CannotGetJdbcConnectionException ignored -> true;
            case CannotCreateTransactionException ignored -> true;
            case DataAccessResourceFailureException ignored -> true;
            case OptimisticLockingFailureException ignored -> false;
            case ConcurrencyFailureException ignored -> true;
            case TransientDataAccessException ignored -> true;
            default -> {
                String state = sqlState(e);
                // Class 08: connection; 57: an operator or a shutdown ended it.
                yield state != null && (state.startsWith("08") || state.startsWith("57P"));
            }
        };
    }

    static boolean isUnstorableText(Throwable e) {
        String state = sqlState(e);
        return state != null && UNSTORABLE_TEXT.contains(state);
    }

    private static @Nullable String sqlState(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql.getSQLState();
            }
        }
        return null;
    }
}
