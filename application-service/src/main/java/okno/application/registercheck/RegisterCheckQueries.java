package okno.application.registercheck;

import java.util.List;
import java.util.Locale;
import okno.application.casefile.ApplicationResponse.OverrulingView;
import okno.application.casefile.ApplicationResponse.RegisterCheckView;
import okno.application.casefile.domain.Application;
import okno.application.catalogue.PassportQueries;
import okno.application.catalogue.domain.Passport;
import okno.application.registercheck.domain.Overruling;
import okno.application.registercheck.domain.PostponedCheck;
import okno.application.registercheck.persistence.CheckOverrulings;
import okno.application.registercheck.persistence.RegisterCheckRows;
import okno.platform.web.Language;
import okno.platform.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the agency what became of the checks that were put off. */
@Component
public class RegisterCheckQueries {

    private final RegisterCheckRows rows;
    private final CheckOverrulings overrulings;
    private final PassportQueries passports;
    private final Texts texts;

    RegisterCheckQueries(RegisterCheckRows rows, CheckOverrulings overrulings, PassportQueries passports, Texts texts) {
        this.rows = rows;
        this.overrulings = overrulings;
        this.passports = passports;
        this.texts = texts;
    }

    /** In the order of the passport; empty when all checks were made at submission. */
    public List<RegisterCheckView> of(Application application, Locale locale) {
        List<Passport.RegisterCheck> checks = passports
                .get(application.service().code(), application.service().version())
                .registerChecks();
        if (checks.isEmpty()) {
            return List.of();
        }
        List<PostponedCheck> postponed = rows.of(application.id());
        List<Overruling> overruled = postponed.isEmpty() ? List.of() : overrulings.of(application.id());
        return checks.stream()
                .flatMap(check -> postponed.stream()
                        .filter(row -> row.code().equals(check.code()))
                        .map(row -> new RegisterCheckView(
                                row.code(),
                                row.state().name(),
                                row.checkedAt(),
                                text(check, row.state(), locale),
                                views(row, overruled))))
                .toList();
    }

    private static @Nullable List<OverrulingView> views(PostponedCheck check, List<Overruling> overruled) {
        List<OverrulingView> views = overruled.stream()
                .filter(one -> one.checkId().equals(check.id()))
                .map(one -> new OverrulingView(one.by(), one.reason(), one.at()))
                .toList();
        return views.isEmpty() ? null : views;
    }

    private @Nullable String text(Passport.RegisterCheck check, PostponedCheck.State state, Locale locale) {
        Language language = "en".equals(locale.getLanguage()) ? Language.EN : Language.RU;
        return switch (state) {
            case PENDING -> texts.find(language, "register_check_postponed", List.of());
            case PASSED -> null;
            case FAILED -> check.text().in(locale);
        };
    }
}
