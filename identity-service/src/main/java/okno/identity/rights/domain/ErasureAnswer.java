package okno.identity.rights.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a service did when it was ordered to erase a person.
 *
 * @param service its name, such as {@code application-service}
 */
public record ErasureAnswer(String service, List<Erased> erased, List<Kept> kept) {

    public ErasureAnswer {
        erased = List.copyOf(erased);
        kept = List.copyOf(kept);
    }

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
