package okno.application.catalogue.web;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import okno.application.catalogue.PassportQueries;
import okno.application.catalogue.TariffQueries;
import okno.application.catalogue.TermQueries;
import okno.application.catalogue.domain.Passport;
import okno.platform.core.Money;
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

@RestController
@RequestMapping("/api/v1/services")
@PreAuthorize("denyAll()")
class CatalogueController {

    private final PassportQueries passports;
    private final TariffQueries tariffs;
    private final TermQueries terms;

    CatalogueController(PassportQueries passports, TariffQueries tariffs, TermQueries terms) {
        this.passports = passports;
        this.tariffs = tariffs;
        this.terms = terms;
    }

    @GetMapping
    @PreAuthorize("permitAll()")
    KeysetPage<ServiceResponse> find(
            @RequestParam(required = false) @Nullable @Size(max = 100) String query,
            @RequestParam(required = false) @Nullable @Size(max = 64) String category,
            @RequestParam(name = "for", required = false) Passport.@Nullable Kind applicant,
            PageRequest page,
            Locale locale) {
        String after = page.after();
        List<ServiceResponse> found = passports.find(new PassportQueries.Search(query, category, applicant)).stream()
                .filter(passport -> after == null || passport.code().compareTo(after) > 0)
                .limit(page.limit() + 1L)
                .map(passport -> ServiceResponse.line(passport, duty(passport), locale))
                .toList();
        return KeysetPage.of(found, page.limit(), ServiceResponse::code);
    }

    @GetMapping("/{code}")
    @PreAuthorize("permitAll()")
    ResponseEntity<ServiceResponse> one(@PathVariable String code, Locale locale) {
        Passport passport = passports.newest(code);
        String language = locale.getLanguage().equals("en") ? "en" : "ru";
        Money duty = duty(passport);
        return ResponseEntity.ok()
                .eTag("\"%s-%d-%s-%d\"".formatted(code, passport.version(), language, duty == null ? 0 : duty.amount()))
                .cacheControl(CacheControl.noCache())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(ServiceResponse.whole(passport, duty, locale));
    }

    private @Nullable Money duty(Passport passport) {
        return passport.duty() == null ? null : tariffs.amount(passport.duty().tariff(), terms.today());
    }
}
