package okno.identity.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Hands laid on the database itself, past every trigger; the verifier finds each and says what was done. */
class TamperedJournalIT {

    @TempDir
    private Path directory;

    private JournalUnderAttack journal;

    @BeforeEach
    void a_journal_of_150_entries_and_two_heads() {
        journal = JournalUnderAttack.start(directory);
        for (int batch = 0; batch < 6; batch++) {
            journal.keep(25);
        }
        journal.signHead.handle();
        assertThat(journal.sql
                        .sql("select size from audit_head order by size")
                        .query(Long.class)
                        .list())
                .containsExactly(100L, 150L);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void an_untouched_journal_is_whole() {
        assertThat(journal.verified(journal.newestHead()))
                .startsWith("0")
                .contains("150 entries, 2 signed heads: whole");
    }

    @Test
    void an_altered_entry_is_named() {
        journal.attack("update audit_entry set action = 'nothing.happened' where leaf_index = 77");
        assertThat(journal.verified())
                .startsWith("1")
                .contains("ALTERED: event " + event(77) + " at leaf 77 is not what its hash says")
                .contains("ROOT_DIFFERS: the first 100 entries");
    }

    @Test
    void an_entry_overwritten_with_another_is_named() {
        journal.attack("""
                update audit_entry entry set (event_id, occurred_at, object_id, entry_hash) =
                    (select gen_random_uuid(), occurred_at, object_id, entry_hash from audit_entry where leaf_index = 20)
                where leaf_index = 77
                """);
        assertThat(journal.verified()).startsWith("1").contains("ALTERED: event " + event(77));
    }

    @Test
    void an_entry_whose_hash_fits_but_the_tree_does_not_know_is_named() {
        NewEntry forged = EntryFixture.entries("somebody", 1).getFirst();
        journal.attack("""
                update audit_entry set event_id = '%s', occurred_at = '%s', object_id = '0', entry_hash = '\\x%s'
                where leaf_index = 77
                """.formatted(
                        forged.eventId(), forged.occurredAt(), HexFormat.of().formatHex(forged.hash())));
        assertThat(journal.verified())
                .startsWith("1")
                .contains("ALTERED: event " + forged.eventId()
                        + " at leaf 77 is not the entry that the tree was built with");
    }

    @Test
    void a_tree_rewritten_with_the_entry_contradicts_the_signed_head() {
        NewEntry forged = EntryFixture.entries("somebody", 1).getFirst();
        String hash = HexFormat.of().formatHex(forged.hash());
        journal.attack("""
                update audit_entry set event_id = '%s', occurred_at = '%s', object_id = '0', entry_hash = '\\x%s'
                where leaf_index = 77
                """.formatted(forged.eventId(), forged.occurredAt(), hash), """
                update audit_tile set hashes = overlay(hashes placing sha256('\\x00%s'::bytea) from 13 * 32 + 1)
                where level = 0 and index = 2
                """.formatted(hash));
        assertThat(journal.verified())
                .startsWith("1")
                .contains("ROOT_DIFFERS: the first 100 entries")
                .contains("TREE_BROKEN: the stored tree of 100 leaves is not the signed one")
                .contains("TREE_BROKEN: node 2 of tile level 1")
                .doesNotContain("ALTERED");
    }

    @Test
    void a_dropped_entry_is_named() {
        journal.attack("delete from audit_entry where leaf_index in (77, 78)");
        assertThat(journal.verified()).startsWith("1").contains("MISSING: no entries for the leaves 77 to 78");
    }

    @Test
    void an_inserted_entry_is_named() {
        journal.attack(copyOf(77, 77));
        assertThat(journal.verified()).startsWith("1").containsPattern("INSERTED: event .* claims leaf 77");
    }

    @Test
    void an_entry_inserted_at_the_end_is_named() {
        journal.attack(copyOf(77, 150));
        assertThat(journal.verified())
                .startsWith("1")
                .containsPattern("INSERTED: event .* at leaf 150 is behind the tree of 150 entries");
    }

    @Test
    void an_entry_inserted_by_moving_all_others_is_named() {
        journal.attack("update audit_entry set leaf_index = leaf_index + 1 where leaf_index >= 77", copyOf(20, 77));
        assertThat(journal.verified())
                .startsWith("1")
                .contains("INSERTED: event " + event(150))
                .contains("MOVED: event " + event(78) + " belongs to leaf 77 and is at 78");
    }

    @Test
    void reordered_entries_are_named() {
        String first = event(30);
        String second = event(120);
        journal.attack("update audit_entry set leaf_index = 150 - leaf_index where leaf_index in (30, 120)");
        assertThat(journal.verified())
                .startsWith("1")
                .contains("MOVED: event " + first + " belongs to leaf 30 and is at 120")
                .contains("MOVED: event " + second + " belongs to leaf 120 and is at 30");
    }

    @Test
    void a_truncated_journal_is_named() {
        journal.attack("delete from audit_entry where leaf_index >= 140");
        assertThat(journal.verified()).startsWith("1").contains("TRUNCATED: 140 entries are left of 150");
    }

    @Test
    void a_journal_truncated_with_its_tree_and_heads_is_named_by_a_head_that_somebody_kept() {
        String kept = journal.newestHead();
        journal.attack(
                "delete from audit_entry where leaf_index >= 100",
                "delete from audit_head where size > 100",
                "delete from audit_tile where level = 0 and index > 3",
                "update audit_tile set hashes = substring(hashes from 1 for 128) where level = 0 and index = 3",
                "update audit_tile set hashes = substring(hashes from 1 for 96) where level = 1",
                "update audit_tree set size = 100, signed_size = 100");
        assertThat(journal.verified()).startsWith("0");
        assertThat(journal.verified(kept)).startsWith("1").contains("TRUNCATED: 100 entries are left of 150");
    }

    @Test
    void a_changed_head_is_named() {
        journal.attack("update audit_head set root = sha256('x') where size = 100");
        assertThat(journal.verified())
                .startsWith("1")
                .contains("HEAD_FORGED: the head of size 100 says something else than its signature");
    }

    @Test
    void a_head_with_a_broken_signature_is_named() {
        journal.attack("""
                update audit_head set statement = replace(statement, split_part(statement, '.', 2),
                    split_part((select statement from audit_head where size = 150), '.', 2))
                where size = 100
                """);
        assertThat(journal.verified())
                .startsWith("1")
                .contains("HEAD_FORGED: the head of size 100: the signature is wrong");
    }

    @Test
    void heads_that_are_gone_are_named() {
        journal.attack("delete from audit_head");
        assertThat(journal.verified()).startsWith("1").contains("HEAD_MISSING: no good head of size 150");
    }

    @Test
    void a_split_view_is_named() {
        String shownToAnother =
                journal.keys.sign(150, new byte[32], Instant.now()).statement();
        assertThat(journal.verified(shownToAnother))
                .startsWith("1")
                .contains("SPLIT_VIEW: two signed heads of size 150");
    }

    @Test
    void no_head_is_signed_over_a_tree_that_lost_what_was_signed() {
        journal.attack("update audit_tile set hashes = overlay(hashes placing sha256('x') from 1) where level = 1");
        journal.keep(120);
        journal.signHead.handle();
        assertThat(journal.sql
                        .sql("select max(size) from audit_head")
                        .query(Long.class)
                        .single())
                .isEqualTo(150);
        assertThat(journal.sql
                        .sql("select size from audit_tree")
                        .query(Long.class)
                        .single())
                .isEqualTo(270);
    }

    @Test
    void the_guards_of_tree_and_heads_refuse_what_the_service_never_does() {
        for (String statement : new String[] {
            "update audit_tree set size = size - 1",
            "delete from audit_tree",
            "update audit_tile set hashes = sha256('x') where level = 0 and index = 0",
            "delete from audit_tile",
            "truncate audit_tile",
            "update audit_head set root = sha256('x')",
            "delete from audit_head",
            "truncate audit_head"
        }) {
            assertThatThrownBy(() -> journal.sql.sql(statement).update())
                    .rootCause()
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void few_entries_are_signed_when_the_interval_is_over(@TempDir Path other) {
        try (var scheduled = JournalUnderAttack.start(other, Scheduling.class)) {
            scheduled.keep(3);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> scheduled
                                    .sql
                                    .sql("select count(*) from audit_head where size = 3")
                                    .query(Long.class)
                                    .single()
                            == 1);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class Scheduling {}

    private String event(long leaf) {
        return journal.sql
                .sql("select event_id::text from audit_entry where leaf_index = :leaf order by sequence limit 1")
                .param("leaf", leaf)
                .query(String.class)
                .single();
    }

    private static String copyOf(long leaf, long at) {
        return """
                insert into audit_entry (event_id, occurred_at, received_at, source, actor_id, actor_kind, action,
                                         object_type, object_id, basis, result, entry_hash, leaf_index)
                select gen_random_uuid(), occurred_at, received_at, source, actor_id, actor_kind, action,
                       object_type, object_id, basis, result, entry_hash, %d
                from audit_entry where leaf_index = %d
                """.formatted(at, leaf);
    }
}
