package okno.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.transaction.TransactionSystemException;

class FailureKindTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "53300", "57P01", "57P03", "58030"})
    void a_database_that_is_away_is_an_outage(String state) {
        assertThat(FailureKind.of(new IllegalStateException(new SQLException("x", state))))
                .isEqualTo(FailureKind.OUTAGE);
    }

    @Test
    void so_is_a_rollback_over_a_connection_that_the_pool_has_closed() {
        var rollback = new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"));

        assertThat(FailureKind.of(new BatchListenerFailedException("not kept", rollback, 0)))
                .isEqualTo(FailureKind.OUTAGE);
    }

    @Test
    void a_refused_row_is_not() {
        assertThat(FailureKind.of(new SQLException("x", "23505"))).isEqualTo(FailureKind.OTHER);
        assertThat(FailureKind.of(new IllegalStateException("x"))).isEqualTo(FailureKind.OTHER);
    }
}
