package okno.application.result;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import okno.application.casefile.domain.Owner;
import okno.application.catalogue.PassportQueries;
import okno.application.result.domain.IssuedResult;
import okno.application.result.persistence.IssuedResults;
import okno.platform.core.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The archive: every result that an owner ever got. */
@Component
public class ResultQueries {

    private final IssuedResults results;
    private final PassportQueries passports;

    ResultQueries(IssuedResults results, PassportQueries passports) {
        this.results = results;
        this.passports = passports;
    }

    /** {@code query}: part of a number, of the result or of its application, or words of a title. */
    public record Filter(
            @Nullable String service,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String query) {}

    /** Newest first, one more than the limit. */
    public List<IssuedResult> page(Caller caller, Filter filter, int limit, @Nullable UUID after) {
        String query = filter.query == null || filter.query.isBlank() ? null : filter.query.strip();
        return results.page(
                Owner.readBy(caller).key(),
                new IssuedResults.Filter(
                        filter.service,
                        filter.from,
                        filter.to,
                        query,
                        query == null ? List.of() : passports.codesTitled(query)),
                limit + 1,
                after);
    }
}
