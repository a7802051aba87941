package okno.identity.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import okno.platform.test.TestDatabase;
import okno.platform.test.TestStack;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A journal from before the tree. */
class JournalUpgradeIT {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32, 1_100})
    void old_entries_become_the_first_leaves_and_new_ones_follow(int old, @TempDir Path directory) {
        TestDatabase database = TestStack.database(List.of());
        migrate(database, "5");
        List<NewEntry> entries = EntryFixture.entries("old", old);
        for (NewEntry entry : entries) {
            database.jdbc()
                    .sql("""
                            insert into audit_entry (event_id, occurred_at, received_at, source, actor_id, actor_kind,
                                                     action, object_type, object_id, basis, result, entry_hash)
                            values (:event, :at, now(), '/test-service', 'old', 'PERSON', 'thing.done', 'thing', :object,
                                    'test', 'DONE', :hash)
                            """)
                    .param("event", entry.eventId())
                    .param("at", OffsetDateTime.ofInstant(entry.occurredAt(), ZoneOffset.UTC))
                    .param("object", entry.recorded().objectId())
                    .param("hash", entry.hash())
                    .update();
        }
        migrate(database, "latest");
        try (var journal = new JournalUnderAttack(database, directory)) {
            journal.keep(40);
            journal.signHead.handle();
            assertThat(journal.verified()).startsWith("0").contains(old + 40 + " entries, 1 signed heads: whole");
            assertThat(journal.sql
                            .sql("select object_id from audit_entry where actor_id = 'old' order by leaf_index")
                            .query(String.class)
                            .list())
                    .isEqualTo(entries.stream()
                            .map(entry -> entry.recorded().objectId())
                            .toList());
        }
    }

    private static void migrate(TestDatabase database, String target) {
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }
}
