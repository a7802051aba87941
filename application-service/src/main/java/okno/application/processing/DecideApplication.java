package okno.application.processing;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Decision;
import okno.application.casefile.domain.Handling;
import okno.application.catalogue.PassportQueries;
import okno.application.catalogue.domain.Passport;
import okno.application.registercheck.OverruleChecks;
import okno.application.result.IssueResults;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides an application; a refusal names its ground, one of those that the passport knows (210-FZ art. 12). */
@Component
public class DecideApplication {

    private final AgencyApplications desk;
    private final PassportQueries passports;
    private final DeliverResult deliverResult;
    private final IssueResults issueResults;
    private final OverruleChecks overruleChecks;

    DecideApplication(
            AgencyApplications desk,
            PassportQueries passports,
            DeliverResult deliverResult,
            IssueResults issueResults,
            OverruleChecks overruleChecks) {
        this.desk = desk;
        this.passports = passports;
        this.deliverResult = deliverResult;
        this.issueResults = issueResults;
        this.overruleChecks = overruleChecks;
    }

    /** {@code overruled}: register checks that failed, and why it is decided for the applicant all the same. */
    public record Command(
            Caller caller,
            UUID id,
            Decision.Verdict verdict,
            @Nullable String reasonCode,
            @Nullable String comment,
            List<OverruleChecks.Overruled> overruled) {}

    /**
     * The application after the decision, and delivered when its result lay ready; still IN_REVIEW, with the proposal, when
     * a second officer has to agree. Two officers decide by giving the same decision one after the other; one who disagrees
     * replaces the proposal by their own.
     *
     * @throws Problem at {@code /reasonCode} (422) {@code required}, {@code reason_unknown} when the passport does not list
     *     the ground, {@code reason_not_applicable} with an approval, at {@code /overruledChecks} {@code
     *     overruling_not_applicable} with a refusal; an approval as {@link OverruleChecks} does; {@code second_officer_needed}
     *     (409) when the same officer decides twice, {@code officer_needed} (403) when a machine does, {@code
     *     refusal_was_void} (409) when a complaint about the caller's own refusal was upheld
     */
    @Transactional
    public Application handle(Command command) {
        Application before = desk.getToMove(command.caller, command.id);
        AgencyApplications.requireNotBarred(command.caller, before);
        Passport passport =
                passports.get(before.service().code(), before.service().version());
        String reason = reason(command, passport);
        List<String> overruled = overruled(command, before, passport);
        if (needsSecond(command, passport) && !isSecond(command, before, reason)) {
            return desk.propose(
                    command.caller,
                    before,
                    now -> new Handling.Proposal(command.verdict, reason, command.comment, command.caller.id(), now));
        }
        Application decided = desk.move(
                command.caller,
                before,
                (application, now) -> application.decide(
                        new Decision(command.verdict, reason, comment(command, application), now, command.caller.id()),
                        now));
        overruleChecks.note(decided, overruled);
        issueResults.handle(decided);
        return deliverResult.deliverIfReady(command.caller, decided);
    }

    private static boolean needsSecond(Command command, Passport passport) {
        boolean needed = passport.processing().fourEyes().contains(command.verdict.name());
        if (needed && !command.caller.has("officer")) {
            throw new Problem(ProblemKind.FORBIDDEN, "officer_needed");
        }
        return needed;
    }

    private static boolean isSecond(Command command, Application application, @Nullable String reason) {
        Handling.Proposal first = application.handling().proposal();
        if (first == null || first.verdict() != command.verdict || !Objects.equals(first.reasonCode(), reason)) {
            return false;
        }
        if (first.officer().equals(command.caller.id())) {
            throw new Problem(ProblemKind.CONFLICT, "second_officer_needed");
        }
        return true;
    }

    /** What the second officer adds, else what the first had written. */
    private static @Nullable String comment(Command command, Application application) {
        Handling.Proposal first = application.handling().proposal();
        if (command.comment == null && first != null && first.verdict() == command.verdict) {
            return first.comment();
        }
        return command.comment;
    }

    /** Only a refusal has a ground: one that comes with anything else is a mistake that would go unnoticed. */
    static void requireNone(@Nullable String reasonCode) {
        if (reasonCode != null) {
            throw Problem.invalid("/reasonCode", "reason_not_applicable");
        }
    }

    /** Only who decides for the applicant overrules anything. */
    static void requireNone(List<OverruleChecks.Overruled> overruled) {
        if (!overruled.isEmpty()) {
            throw Problem.invalid("/overruledChecks", "overruling_not_applicable");
        }
    }

    private List<String> overruled(Command command, Application before, Passport passport) {
        if (command.verdict == Decision.Verdict.REJECTED) {
            requireNone(command.overruled);
            return List.of();
        }
        return overruleChecks.handle(new OverruleChecks.Command(command.caller, before, passport, command.overruled));
    }

    private static @Nullable String reason(Command command, Passport passport) {
        if (command.verdict == Decision.Verdict.APPROVED) {
            requireNone(command.reasonCode);
            return null;
        }
        if (command.reasonCode == null) {
            throw Problem.invalid("/reasonCode", "required");
        }
        if (!passport.rejectionReasons().containsKey(command.reasonCode)) {
            throw Problem.invalid("/reasonCode", "reason_unknown");
        }
        return command.reasonCode;
    }
}
