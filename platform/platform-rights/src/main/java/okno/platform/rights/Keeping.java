package okno.platform.rights;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import okno.platform.core.Port;

/** What a law makes a service keep of a person whose account has ended, until its term ends. */
@Port
public interface Keeping {

    /** What stays, without the kinds of which there is nothing; asked for right before {@link Erasing#erase}. */
    List<Kept> kept(String personId);

    /**
     * Removes what need not be kept any more on that day, in the transaction of the caller.
     *
     * @param today in Moscow
     */
    Removed removeDue(String personId, LocalDate today);

    /**
     * So many records of a kind stay.
     *
     * @param what the kind, as the person is told
     * @param law the act that orders it
     * @param term how long, in words
     */
    record Kept(String what, long count, String law, String term) {}

    /**
     * What was removed.
     *
     * @param counts how many records of each kind
     * @param rest whether something is left whose term will end
     */
    record Removed(Map<String, Long> counts, boolean rest) {

        public Removed {
            counts = Map.copyOf(counts);
        }
    }
}
