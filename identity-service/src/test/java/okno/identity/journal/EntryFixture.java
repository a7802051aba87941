package okno.identity.journal;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import okno.platform.core.Ids;

/** Entries for the journal. */
final class EntryFixture {

    private EntryFixture() {}

    static List<NewEntry> entries(String actor, int count) {
        Instant now = Instant.now();
        return IntStream.range(0, count)
                .mapToObj(i -> new NewEntry(
                        Ids.next(),
                        now,
                        "/test-service",
                        new AuditRecorded(
                                actor,
                                "PERSON",
                                null,
                                "thing.done",
                                "thing",
                                Integer.toString(i),
                                null,
                                "test",
                                "DONE",
                                null)))
                .toList();
    }
}
