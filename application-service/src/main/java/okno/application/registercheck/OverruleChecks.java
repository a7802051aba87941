package okno.application.registercheck;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.persistence.Histories;
import okno.application.catalogue.domain.Passport;
import okno.application.registercheck.domain.Overruling;
import okno.application.registercheck.domain.PostponedCheck;
import okno.application.registercheck.persistence.CheckOverrulings;
import okno.application.registercheck.persistence.RegisterCheckRows;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stands before a decision for the applicant: none while a register has not answered, and one in spite of its answer only
 * when the decision says so, check by check, and why. What a register says is a ground to look into, not the decision: an
 * officer may know better than a record that is late, but not without anybody noticing.
 */
@Component
public class OverruleChecks {

    private final RegisterCheckRows rows;
    private final CheckOverrulings overrulings;
    private final Histories histories;
    private final Audit audit;
    private final Clock clock;

    OverruleChecks(
            RegisterCheckRows rows, CheckOverrulings overrulings, Histories histories, Audit audit, Clock clock) {
        this.rows = rows;
        this.overrulings = overrulings;
        this.histories = histories;
        this.audit = audit;
        this.clock = clock;
    }

    /** A check by its code in the passport, and why it does not stand in the way. */
    public record Overruled(String code, String reason) {}

    public record Command(Caller caller, Application application, Passport passport, List<Overruled> overruled) {}

    /**
     * Codes of the checks that the decision is made in spite of, kept with who made it and why. Whoever reads a check here
     * that is answered a moment later does not decide: the answer moves the application's version on.
     *
     * @throws Problem {@code register_checks_pending} (409) while one is not answered; {@code check_not_failed} or {@code
     *     duplicate_code} (422) at {@code /overruledChecks/0/code}; {@code register_checks_failed} (409) when one that
     *     failed is not named. The conflicts list the {@code checks}, and what of the form each is about in {@code errors}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<String> handle(Command command) {
        if (command.passport.registerChecks().isEmpty() && command.overruled.isEmpty()) {
            return List.of();
        }
        List<PostponedCheck> checks = rows.of(command.application.id());
        refuse("register_checks_pending", command.passport, in(PostponedCheck.State.PENDING, checks));
        List<PostponedCheck> failed = in(PostponedCheck.State.FAILED, checks);
        Set<String> named = named(command.overruled, failed);
        refuse(
                "register_checks_failed",
                command.passport,
                failed.stream().filter(check -> !named.contains(check.code())).toList());
        Instant now = clock.instant();
        for (Overruled overruled : command.overruled) {
            UUID check = failed.stream()
                    .filter(one -> one.code().equals(overruled.code))
                    .findFirst()
                    .orElseThrow()
                    .id();
            overrulings.save(new Overruling(check, command.caller.id(), overruled.reason, now));
            audit.record(
                    command.caller,
                    AuditRecord.done(
                            "application.register_check_overruled",
                            "application",
                            command.application.id(),
                            command.application.owner().personId(),
                            RecordStep.BASIS));
        }
        return command.overruled.stream().map(Overruled::code).toList();
    }

    /** The decision is made: its line in the history says in spite of what. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(Application decided, List<String> codes) {
        if (!codes.isEmpty()) {
            histories.overruled(decided.id(), codes);
        }
    }

    private static Set<String> named(List<Overruled> overruled, List<PostponedCheck> failed) {
        Set<String> known =
                new HashSet<>(failed.stream().map(PostponedCheck::code).toList());
        Set<String> named = new HashSet<>();
        List<FieldFault> faults = new ArrayList<>();
        for (int i = 0; i < overruled.size(); i++) {
            String code = overruled.get(i).code;
            if (!known.contains(code)) {
                faults.add(FieldFault.at("/overruledChecks/" + i + "/code", "check_not_failed"));
            } else if (!named.add(code)) {
                faults.add(FieldFault.at("/overruledChecks/" + i + "/code", "duplicate_code"));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return named;
    }

    private static List<PostponedCheck> in(PostponedCheck.State state, List<PostponedCheck> checks) {
        return checks.stream().filter(check -> check.state() == state).toList();
    }

    private static void refuse(String problem, Passport passport, List<PostponedCheck> checks) {
        if (checks.isEmpty()) {
            return;
        }
        List<String> codes = checks.stream().map(PostponedCheck::code).toList();
        List<FieldFault> faults = passport.registerChecks().stream()
                .filter(check -> codes.contains(check.code()))
                .map(check -> FieldFault.worded(
                        "/form" + check.key(),
                        check.code(),
                        check.text().ru(),
                        check.text().en()))
                .toList();
        boolean pending = checks.getFirst().state() == PostponedCheck.State.PENDING;
        throw new Problem(
                        ProblemKind.CONFLICT,
                        problem,
                        List.of(String.join(", ", codes)),
                        // Of one that nobody has answered it cannot be said yet what is wrong.
                        pending
                                ? faults.stream()
                                        .map(OverruleChecks::unanswered)
                                        .toList()
                                : faults)
                .with("checks", codes);
    }

    private static FieldFault unanswered(FieldFault fault) {
        return FieldFault.at(fault.pointer(), "register_check_pending");
    }
}
