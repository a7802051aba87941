package okno.identity.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NewEntryTest {

    private static final UUID EVENT = UUID.fromString("0198c0de-0000-7000-8000-0000000000aa");
    private static final Instant TIME = Instant.parse("2026-11-22T09:30:00.123456Z");

    @Test
    void the_canonical_form_never_changes() {
        assertThat(HexFormat.of().formatHex(entry("person", "read").hash()))
                .isEqualTo("cdf4b891df1bb3bb1bfd27737c88efebbef0f93f3446b04081012e83efbd9bc0");
    }

    @Test
    void fields_do_not_run_into_each_other() {
        assertThat(entry("person", "read").hash())
                .isNotEqualTo(entry("personr", "ead").hash());
    }

    @Test
    void a_missing_field_is_not_an_empty_one() {
        assertThat(new NewEntry(EVENT, TIME, "/s", recorded("t", "o", null)).hash())
                .isNotEqualTo(new NewEntry(EVENT, TIME, "/s", recorded("t", "o", "")).hash());
    }

    @Test
    void a_time_finer_than_the_database_keeps_is_cut_before_it_is_hashed() {
        var fine = new NewEntry(EVENT, TIME.plusNanos(999), "/s", recorded("t", "o", null));
        assertThat(fine.occurredAt()).isEqualTo(TIME);
        assertThat(fine.hash()).isEqualTo(new NewEntry(EVENT, TIME, "/s", recorded("t", "o", null)).hash());
    }

    private static NewEntry entry(String type, String object) {
        return new NewEntry(EVENT, TIME, "/application-service", recorded(type, object, "p"));
    }

    private static AuditRecorded recorded(String type, String object, String person) {
        return new AuditRecorded("a", "SERVICE", null, "person.read", type, object, person, "b", "DONE", null);
    }
}
