package okno.identity.rights.web;

import java.util.List;
import java.util.UUID;
import okno.identity.rights.RightsQueries;
import okno.identity.rights.domain.RequestKind;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.web.KeysetPage;
import okno.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;

/** Lists of the caller's requests, alike for every kind. */
final class Pages {

    private Pages() {}

    static KeysetPage<DataRequestResponse> of(
            RightsQueries queries, Caller caller, RequestKind kind, PageRequest page) {
        List<RightsQueries.View> rows = queries.page(caller, kind, idOf(page.after()), page.limit() + 1);
        return KeysetPage.of(rows, page.limit(), row -> row.request().id().toString())
                .map(DataRequestResponse::from);
    }

    private static @Nullable UUID idOf(@Nullable String after) {
        try {
            return after == null ? null : UUID.fromString(after);
        } catch (IllegalArgumentException notOurs) {
            throw new Problem(ProblemKind.MALFORMED, "after_format");
        }
    }
}
