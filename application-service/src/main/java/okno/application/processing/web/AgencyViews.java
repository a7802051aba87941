package okno.application.processing.web;

import java.util.Locale;
import okno.application.casefile.ApplicationResponse;
import okno.application.casefile.ApplicationViews;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Side;
import okno.application.registercheck.RegisterCheckQueries;
import org.springframework.stereotype.Component;

/** Shows an application to its agency: with what a register said after the submission. */
@Component
class AgencyViews {

    private final ApplicationViews views;
    private final RegisterCheckQueries registerChecks;

    AgencyViews(ApplicationViews views, RegisterCheckQueries registerChecks) {
        this.views = views;
        this.registerChecks = registerChecks;
    }

    ApplicationResponse line(Application application, Locale locale) {
        return views.line(application, Side.AGENCY, locale);
    }

    ApplicationResponse whole(Application application, Locale locale) {
        return views.whole(application, Side.AGENCY, locale).withRegisterChecks(registerChecks.of(application, locale));
    }
}
