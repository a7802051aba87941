package okno.application.registercheck;

import java.util.List;
import java.util.Locale;
import okno.application.casefile.ApplicationResponse.RegisterCheckView;
import okno.application.casefile.domain.Application;
import okno.application.catalogue.PassportQueries;
import okno.application.catalogue.domain.Passport;
import okno.application.registercheck.domain.PostponedCheck;
import okno.application.registercheck.persistence.RegisterCheckRows;
import okno.platform.web.Language;
import okno.platform.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the agency what became of the checks that were put off. */
@Component
public class RegisterCheckQueries {

    private final RegisterCheckRows rows;
    private final PassportQueries passports;
    private final Texts texts;

    RegisterCheckQueries(RegisterCheckRows rows, PassportQueries passports, Texts texts) {
        this.rows = rows;
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
        return checks.stream()
                .flatMap(check -> postponed.stream()
                        .filter(row -> row.code().equals(check.code()))
                        .map(row -> new RegisterCheckView(
                                row.code(), row.state().name(), row.checkedAt(), text(check, row.state(), locale))))
                .toList();
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
