package okno.application.submission;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.persistence.Forms;
import okno.application.catalogue.Pointers;
import okno.application.catalogue.TariffQueries;
import okno.application.catalogue.TermQueries;
import okno.application.catalogue.domain.Passport;
import okno.platform.core.Caller;
import okno.platform.core.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a judged draft in: for a free service it is submitted at once, otherwise its duty is asked for first. */
@Component
class FileApplication {

    private final Forms forms;
    private final TariffQueries tariffs;
    private final TermQueries terms;
    private final StartTerm startTerm;
    private final RecordStep recordStep;
    private final Clock clock;

    FileApplication(
            Forms forms,
            TariffQueries tariffs,
            TermQueries terms,
            StartTerm startTerm,
            RecordStep recordStep,
            Clock clock) {
        this.forms = forms;
        this.tariffs = tariffs;
        this.terms = terms;
        this.startTerm = startTerm;
        this.recordStep = recordStep;
        this.clock = clock;
    }

    record Command(
            Caller caller,
            CheckReadiness.Readiness judged,
            @Nullable UUID signatureId) {}

    @Transactional
    Application handle(Command command) {
        CheckReadiness.Readiness judged = command.judged;
        Passport passport = judged.passport();
        Application draft = judged.application()
                .inRegion(region(passport, judged.form().fields()))
                .signedWith(command.signatureId);
        Application filed = passport.duty() == null ? startTerm.submit(draft) : awaitPayment(draft, passport.duty());
        recordStep.handle(command.caller, draft, filed);
        forms.keepDocument(
                filed.id(), judged.document().bytes(), judged.document().sha256());
        return filed;
    }

    private Application awaitPayment(Application draft, Passport.Duty duty) {
        Instant now = clock.instant();
        Money amount = tariffs.amount(duty.tariff(), terms.today());
        return draft.awaitPayment(amount, now);
    }

    private static @Nullable String region(Passport passport, Map<String, Object> fields) {
        String pointer = passport.regionPointer();
        return pointer != null && Pointers.read(fields, pointer) instanceof String region ? region : null;
    }
}
