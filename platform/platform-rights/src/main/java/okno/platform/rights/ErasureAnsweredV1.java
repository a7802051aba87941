package okno.platform.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Contract {@code contracts/events/erasure-answered.v1}: counts and laws, nothing of the person. */
record ErasureAnsweredV1(
        UUID erasureId, UUID personId, String service, List<Erased> erased, List<Kept> kept, Instant occurredAt) {

    static final String TYPE = "okno.erasure.answered.v1";

    /** So many records of a kind are gone. */
    record Erased(String what, long count) {}

    /** So many records of a kind stay; {@code until} is the last day, where it is one for all of them. */
    record Kept(
            String what,
            long count,
            String law,
            String term,
            @Nullable LocalDate until) {}
}
