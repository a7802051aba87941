package okno.application.submission;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import okno.application.casefile.RecordStep;
import okno.application.casefile.ResumeTerm;
import okno.application.casefile.domain.Application;
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

    private final KeepSubmitted keepSubmitted;
    private final TariffQueries tariffs;
    private final TermQueries terms;
    private final StartTerm startTerm;
    private final ResumeTerm resumeTerm;
    private final RecordStep recordStep;
    private final Clock clock;

    FileApplication(
            KeepSubmitted keepSubmitted,
            TariffQueries tariffs,
            TermQueries terms,
            StartTerm startTerm,
            ResumeTerm resumeTerm,
            RecordStep recordStep,
            Clock clock) {
        this.keepSubmitted = keepSubmitted;
        this.tariffs = tariffs;
        this.terms = terms;
        this.startTerm = startTerm;
        this.resumeTerm = resumeTerm;
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
                .routedTo(region(passport, judged.form().fields()), null)
                .signedWith(command.signatureId);
        Application filed =
                passport.duty() == null ? startTerm.submit(draft) : awaitPayment(draft, passport, passport.duty());
        recordStep.handle(command.caller, draft, filed);
        keepSubmitted.handle(filed, judged);
        return filed;
    }

    /** Submitted again after a correction: number, unit and duty stay; what was submitted before is kept beside it. */
    @Transactional
    Application again(Command command) {
        CheckReadiness.Readiness judged = command.judged;
        Application before = judged.application();
        Application corrected = resumeTerm.corrected(before).signedWith(command.signatureId);
        recordStep.handle(command.caller, before, corrected);
        keepSubmitted.again(before, corrected, judged);
        return corrected;
    }

    private Application awaitPayment(Application draft, Passport passport, Passport.Duty duty) {
        Instant now = clock.instant();
        Money amount = tariffs.amount(duty.tariff(), terms.today());
        return draft.awaitPayment(amount, terms.answerBy(passport, Passport.Awaited.PAYMENT), now);
    }

    private static @Nullable String region(Passport passport, Map<String, Object> fields) {
        String pointer = passport.regionPointer();
        return pointer != null && Pointers.read(fields, pointer) instanceof String region ? region : null;
    }
}
