package okno.application.result;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.domain.Decision;
import okno.application.catalogue.domain.Passport;
import okno.application.catalogue.domain.Processing;
import okno.application.catalogue.domain.ResultRule;
import okno.application.result.domain.IssuedResult;
import okno.application.result.events.DocumentV1;
import okno.application.result.persistence.IssuedResults;
import okno.platform.messaging.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which documents follow from a decision, and from when they count. */
@Component
class DecidedResults {

    private final IssuedResults results;
    private final Outbox outbox;
    private final Clock clock;

    DecidedResults(IssuedResults results, Outbox outbox, Clock clock) {
        this.results = results;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Documents that wait for the decision that the application has come to, from now on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void count(Application application, Passport passport) {
        if (application.status() != ApplicationStatus.COMPLETED && application.status() != ApplicationStatus.REJECTED) {
            return;
        }
        List<String> refusals = passport.results().stream()
                .filter(rule -> rule.outcome() == ResultRule.Outcome.REJECTED)
                .map(ResultRule::code)
                .toList();
        Instant now = clock.instant();
        results.issue(application.id(), application.status() == ApplicationStatus.REJECTED, refusals, now).stream()
                .filter(result -> result.validUntil() != null)
                .forEach(result -> outbox.append(DocumentV1.issued(result, now)));
    }

    /** Ends whatever counts. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(UUID applicationId) {
        Instant now = clock.instant();
        results.revokeAll(applicationId, now).forEach(result -> outbox.append(DocumentV1.ended(result, now)));
    }

    /** The documents that make themselves and are not there yet; a record's only once there is the record. */
    List<ResultRule> due(Application application, Passport passport) {
        Decision decision = application.decision();
        boolean waitsForRecord = passport.processing().resultBy() == Processing.ResultBy.REGISTER_RECORD
                && application.status() == ApplicationStatus.APPROVED;
        List<ResultRule> automatic = passport.results().stream()
                .filter(ResultRule::isAutomatic)
                .filter(rule -> decision != null
                        && rule.outcome().name().equals(decision.verdict().name()))
                .toList();
        if (automatic.isEmpty() || waitsForRecord) {
            return List.of();
        }
        List<String> made = results.of(application.id()).stream()
                .filter(result -> result.automatic() && result.ending() == null)
                .map(IssuedResult::code)
                .toList();
        return automatic.stream().filter(rule -> !made.contains(rule.code())).toList();
    }
}
