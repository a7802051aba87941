package okno.identity.rights.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import okno.platform.core.Ids;
import okno.platform.core.Problem;
import okno.platform.core.calendar.WorkingCalendar;
import org.junit.jupiter.api.Test;

class DataRequestTest {

    private static final Instant NOW = Instant.parse("2026-03-06T09:00:00Z");
    private static final Ruling LAWFUL = new Ruling("operator", NOW, Ruling.Ground.LAWFUL, "ok");

    @Test
    void the_law_counts_working_days_for_copies_and_corrections_and_plain_days_for_erasures() {
        var march = new WorkingCalendar(Set.of(LocalDate.of(2026, 3, 9)), Set.of());
        LocalDate friday = LocalDate.of(2026, 3, 6);
        assertThat(RequestKind.EXPORT.dueOn(friday, march)).isEqualTo(LocalDate.of(2026, 3, 23));
        assertThat(RequestKind.CORRECTION.dueOn(friday, march)).isEqualTo(LocalDate.of(2026, 3, 18));
        assertThat(RequestKind.ERASURE.dueOn(friday, march)).isEqualTo(LocalDate.of(2026, 4, 5));
    }

    @Test
    void what_is_decided_is_decided() {
        DataRequest erasure = DataRequest.of(Ids.next(), Ids.next(), RequestKind.ERASURE, LocalDate.EPOCH, NOW);
        DataRequest granted = erasure.granted(LAWFUL);
        assertThat(granted.status()).isEqualTo(RequestStatus.GRANTED);
        assertThat(granted.closedAt()).isNull();
        assertThatThrownBy(() -> granted.cancelled(NOW)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> granted.refused(LAWFUL)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> erasure.cancelled(NOW).granted(LAWFUL)).isInstanceOf(Problem.class);
        assertThat(granted.ordered().completed(NOW).closedAt()).isEqualTo(NOW);
    }

    @Test
    void a_partial_archive_leaves_the_request_open() {
        DataRequest export = DataRequest.of(Ids.next(), Ids.next(), RequestKind.EXPORT, LocalDate.EPOCH, NOW);
        DataRequest partial = export.archived(false, 10, NOW.plusSeconds(60), NOW);
        assertThat(partial.status()).isEqualTo(RequestStatus.PARTIAL);
        assertThat(partial.closedAt()).isNull();
        DataRequest ready = partial.archived(true, 20, NOW.plusSeconds(60), NOW);
        assertThat(ready.status()).isEqualTo(RequestStatus.READY);
        assertThat(ready.closedAt()).isEqualTo(NOW);
    }
}
