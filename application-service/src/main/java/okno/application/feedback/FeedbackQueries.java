package okno.application.feedback;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okno.application.feedback.persistence.Ratings;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.springframework.stereotype.Component;

/** How the services of an agency are rated, within the caller's region. */
@Component
public class FeedbackQueries {

    private final Ratings ratings;

    FeedbackQueries(Ratings ratings) {
        this.ratings = ratings;
    }

    /**
     * Ratings of one service.
     *
     * @param mean with two decimals
     * @param byRating how often each of 1 to 5 was given
     */
    public record Rated(String serviceCode, long count, double mean, Map<Integer, Long> byRating) {}

    /** By the services' codes. */
    public List<Rated> rated(Caller caller) {
        String agency = caller.agency();
        if (agency == null) {
            throw new Problem(ProblemKind.FORBIDDEN, "agency_missing");
        }
        Map<String, Map<Integer, Long>> services = new LinkedHashMap<>();
        ratings.byService(agency, caller.region())
                .forEach(given -> services.computeIfAbsent(given.serviceCode(), code -> none())
                        .put(given.rating(), given.given()));
        List<Rated> rated = new ArrayList<>();
        services.forEach((code, byRating) -> rated.add(rated(code, byRating)));
        return rated;
    }

    private static Rated rated(String code, Map<Integer, Long> byRating) {
        long count = byRating.values().stream().mapToLong(Long::longValue).sum();
        long sum = byRating.entrySet().stream()
                .mapToLong(given -> given.getKey() * given.getValue())
                .sum();
        return new Rated(code, count, Math.round(100.0 * sum / count) / 100.0, byRating);
    }

    private static Map<Integer, Long> none() {
        Map<Integer, Long> none = new LinkedHashMap<>();
        for (int rating = 1; rating <= 5; rating++) {
            none.put(rating, 0L);
        }
        return none;
    }
}
