package okno.application.catalogue.web;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import okno.application.catalogue.Catalogue;
import okno.application.catalogue.CatalogueSnapshots;
import okno.application.catalogue.Eligibility;
import okno.application.catalogue.PassportQueries;
import okno.application.catalogue.Search;
import okno.application.catalogue.TariffQueries;
import okno.application.catalogue.TermQueries;
import okno.application.catalogue.domain.Kind;
import okno.application.catalogue.domain.Passport;
import okno.platform.core.Caller;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.web.KeysetPage;
import okno.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

@RestController
@RequestMapping("/api/v1/services")
@PreAuthorize("denyAll()")
class CatalogueController {

    private static final CacheControl REVALIDATE = CacheControl.noCache();
    private static final CacheControl SHARED =
            CacheControl.maxAge(Duration.ZERO).cachePublic().mustRevalidate();

    private final CatalogueSnapshots snapshots;
    private final PassportQueries passports;
    private final TariffQueries tariffs;
    private final TermQueries terms;
    private final Eligibility eligibility;

    CatalogueController(
            CatalogueSnapshots snapshots,
            PassportQueries passports,
            TariffQueries tariffs,
            TermQueries terms,
            Eligibility eligibility) {
        this.snapshots = snapshots;
        this.passports = passports;
        this.tariffs = tariffs;
        this.terms = terms;
        this.eligibility = eligibility;
    }

    /** For whom services are looked for; ME: for the caller, acting for a company or not. */
    enum Whom {
        PERSON,
        SOLE_TRADER,
        ORG,
        ME
    }

    @GetMapping
    @PreAuthorize("permitAll()")
    @Nullable
    ResponseEntity<KeysetPage<ServiceResponse>> find(
            @RequestParam(required = false) @Nullable @Size(max = 100) String query,
            @RequestParam(required = false) @Nullable @Size(max = 64) String category,
            @RequestParam(required = false) @Nullable @Size(max = 64) String lifeEvent,
            @RequestParam(required = false) @Nullable @Size(max = 64) String agency,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "\\d{2}") String region,
            @RequestParam(name = "for", required = false) @Nullable Whom whom,
            @Nullable Caller caller,
            PageRequest page,
            Locale locale,
            ServletWebRequest request) {
        if (whom == Whom.ME && caller == null) {
            throw new Problem(
                    ProblemKind.MALFORMED,
                    "invalid_request",
                    List.of(),
                    List.of(FieldFault.parameter("for", "format")));
        }
        Catalogue catalogue = snapshots.current();
        String etag = "\"%d-%s-%s\"".formatted(catalogue.revision(), terms.today(), language(locale));
        // Of strangers all see the same; what a caller may apply for changes with their token.
        if (caller == null && request.checkNotModified(etag)) {
            return null;
        }
        Kind kind = whom == null || whom == Whom.ME ? null : Kind.valueOf(whom.name());
        Eligibility.Judge mine = whom == Whom.ME && caller != null ? eligibility.of(caller) : null;
        Eligibility.Judge judge = mine != null || caller == null ? mine : eligibility.lookingAround(caller);
        List<Passport> found = catalogue.find(new Search(query, category, lifeEvent, agency, region, kind, mine));
        boolean ranked = query != null && !query.isBlank();
        List<ServiceResponse> lines = after(found, page.after(), ranked).stream()
                .limit(page.limit() + 1L)
                .map(passport -> ServiceResponse.line(passport, context(passport, judge), locale))
                .toList();
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .cacheControl(caller == null ? SHARED : REVALIDATE)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.AUTHORIZATION);
        return (caller == null ? answer.eTag(etag) : answer)
                .body(KeysetPage.of(lines, page.limit(), ServiceResponse::code));
    }

    @GetMapping("/{code}")
    @PreAuthorize("permitAll()")
    ResponseEntity<ServiceResponse> one(@PathVariable String code, @Nullable Caller caller, Locale locale) {
        Passport passport = passports.newest(code);
        ServiceResponse.Context context = context(passport, caller == null ? null : eligibility.of(caller));
        return ResponseEntity.ok()
                .eTag("\"%s-%d-%s-%d-%d-%s\""
                        .formatted(
                                code,
                                passport.version(),
                                language(locale),
                                context.fee() == null ? 0 : context.fee().amount(),
                                context.term().amount(),
                                context.verdict() == null ? "any" : context.verdict()))
                .cacheControl(REVALIDATE)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.AUTHORIZATION)
                .body(ServiceResponse.whole(passport, context, locale));
    }

    /** What comes behind a service: by place where the list is ranked, by code otherwise. */
    private static List<Passport> after(List<Passport> found, @Nullable String code, boolean ranked) {
        if (code == null) {
            return found;
        }
        if (!ranked) {
            return found.stream()
                    .filter(passport -> passport.code().compareTo(code) > 0)
                    .toList();
        }
        List<String> codes = found.stream().map(Passport::code).toList();
        // A service that has left the list meanwhile ends it: better than showing the first page for ever.
        int place = codes.indexOf(code);
        return place < 0 ? List.of() : found.subList(place + 1, found.size());
    }

    private ServiceResponse.Context context(Passport passport, Eligibility.@Nullable Judge judge) {
        LocalDate today = terms.today();
        Passport.Duty duty = passport.duty();
        return new ServiceResponse.Context(
                duty == null ? null : tariffs.amount(duty.tariff(), today),
                terms.term(passport.term(), today),
                judge == null ? null : judge.judge(passport.applicant()));
    }

    private static String language(Locale locale) {
        return locale.getLanguage().equals("en") ? "en" : "ru";
    }
}
