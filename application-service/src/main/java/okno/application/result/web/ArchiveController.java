package okno.application.result.web;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import okno.application.casefile.PageKeys;
import okno.application.catalogue.TermQueries;
import okno.application.result.ResultQueries;
import okno.application.result.ResultResponse;
import okno.platform.core.Caller;
import okno.platform.web.KeysetPage;
import okno.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/results")
@PreAuthorize("denyAll()")
class ArchiveController {

    private final ResultQueries queries;
    private final TermQueries terms;

    ArchiveController(ResultQueries queries, TermQueries terms) {
        this.queries = queries;
        this.terms = terms;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('person')")
    KeysetPage<ResultResponse> search(
            Caller caller,
            @RequestParam(required = false) @Nullable @Size(max = 64) String service,
            @RequestParam(required = false) @Nullable OffsetDateTime from,
            @RequestParam(required = false) @Nullable OffsetDateTime to,
            @RequestParam(required = false) @Nullable @Size(max = 100) String query,
            PageRequest page,
            Locale locale) {
        return KeysetPage.of(
                        queries.page(
                                caller,
                                new ResultQueries.Filter(service, instant(from), instant(to), query),
                                page.limit(),
                                PageKeys.id(page)),
                        page.limit(),
                        result -> result.id().toString())
                .map(result -> ResultResponse.from(result, terms.today(), locale));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
