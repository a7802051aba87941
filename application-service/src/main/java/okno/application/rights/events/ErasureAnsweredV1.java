package okno.application.rights.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Contract {@code contracts/events/erasure-answered.v1}: counts and laws, nothing of the person. */
public record ErasureAnsweredV1(
        UUID erasureId, UUID personId, String service, List<Erased> erased, List<Kept> kept, Instant occurredAt) {

    public static final String TOPIC = "okno.application.erasure.v1";
    public static final String TYPE = "okno.erasure.answered.v1";

    /** So many records of a kind are gone. */
    public record Erased(String what, long count) {}

    /**
     * So many records of a kind stay.
     *
     * @param law the act that orders it
     * @param term how long, in words
     * @param until the last day, where it is one for all of them
     */
    public record Kept(
            String what,
            long count,
            String law,
            String term,
            @Nullable LocalDate until) {}
}
