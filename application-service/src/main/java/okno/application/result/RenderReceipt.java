package okno.application.result;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Filing;
import okno.application.casefile.domain.Owner;
import okno.application.casefile.persistence.Applications;
import okno.application.casefile.persistence.Forms;
import okno.application.catalogue.PassportQueries;
import okno.application.catalogue.domain.Passport;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.documents.PdfRenderer;
import org.springframework.stereotype.Component;

/** The receipt that an application was submitted: its number, time and term, and the hash of what was submitted. */
@Component
public class RenderReceipt {

    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Applications applications;
    private final Forms forms;
    private final PassportQueries passports;
    private final PdfRenderer renderer;

    RenderReceipt(Applications applications, Forms forms, PassportQueries passports, PdfRenderer renderer) {
        this.applications = applications;
        this.forms = forms;
        this.passports = passports;
        this.renderer = renderer;
    }

    /** PDF/A in the reader's language; there is none before submission. */
    public byte[] handle(Caller caller, UUID id, Locale locale) {
        Application application = applications.get(id, Owner.readBy(caller));
        Filing filing = application.filing();
        if (filing == null) {
            throw Problem.notFound();
        }
        Passport passport = passports.get(
                application.service().code(), application.service().version());
        String language = locale.getLanguage().equals("en") ? "en" : "ru";
        return renderer.render(
                "receipt/receipt_" + language + ".html",
                Map.of(
                        "number", filing.number().value(),
                        "service", passport.title().in(locale),
                        "agency", passport.agency().toUpperCase(Locale.ROOT),
                        "submittedAt", TIME.format(filing.submittedAt().atZone(ZONE)),
                        "expectedCompletionDate", DAY.format(filing.expectedCompletionDate()),
                        "sha256", forms.documentSha256(id)));
    }
}
