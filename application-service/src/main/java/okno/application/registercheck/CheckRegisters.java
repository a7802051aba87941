package okno.application.registercheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import okno.application.catalogue.PassportQueries;
import okno.application.catalogue.Pointers;
import okno.application.catalogue.TermQueries;
import okno.application.catalogue.domain.Passport;
import okno.application.registercheck.domain.Judgement;
import okno.application.registercheck.domain.PostponedCheck;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Judges a form by what registers say of the records it names. */
@Component
public class CheckRegisters {

    private static final Logger LOG = LoggerFactory.getLogger(CheckRegisters.class);

    private final PassportQueries passports;
    private final RegisterAnswers registry;
    private final TermQueries terms;

    CheckRegisters(PassportQueries passports, RegisterAnswers registry, TermQueries terms) {
        this.passports = passports;
        this.registry = registry;
        this.terms = terms;
    }

    /** How new an answer has to be. */
    public enum Answers {
        /** Of a moment ago will do: nothing is decided by it. */
        RECENT,
        /** Asked for now. */
        NEW
    }

    /** {@code postponed}: checks whose register does not answer, and whose passport lets the person submit all the same. */
    public record Outcome(List<FieldFault> faults, List<Passport.RegisterCheck> postponed) {}

    /**
     * Everything that is wrong, by pointers such as {@code /form/ogrn}: the check's own code and text, and {@code
     * register_unavailable} where nobody can say at the moment and the passport does not let it wait. Asks
     * registry-service, so it is called outside any transaction.
     *
     * @param askable whether the value at a pointer into the form can be a key at all; of others no register is asked
     */
    public Outcome handle(Passport passport, Map<String, Object> form, Answers answers, Predicate<String> askable) {
        List<FieldFault> faults = new ArrayList<>();
        List<Passport.RegisterCheck> postponed = new ArrayList<>();
        for (Passport.RegisterCheck check : passport.registerChecks()) {
            if (Pointers.read(form, check.key()) instanceof String key && askable.test(check.key())) {
                String pointer = "/form" + check.key();
                switch (judge(passport, check, key, form, answers)) {
                    case GOOD -> {}
                    case WRONG ->
                        faults.add(FieldFault.worded(
                                pointer,
                                check.code(),
                                check.text().ru(),
                                check.text().en()));
                    case UNAVAILABLE -> faults.add(FieldFault.at(pointer, "register_unavailable"));
                    case POSTPONED -> postponed.add(check);
                }
            }
        }
        return new Outcome(faults, postponed);
    }

    /**
     * PASSED or FAILED: what the register says now of the record that a form, judged before, names.
     *
     * @throws Problem {@code dependency_unavailable} while it does not answer
     */
    PostponedCheck.State later(Passport passport, String code, Map<String, Object> form) {
        Passport.RegisterCheck check = passport.registerChecks().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
        String key = String.valueOf(Pointers.read(form, check.key()));
        return passes(passport, check, key, form, Answers.NEW)
                ? PostponedCheck.State.PASSED
                : PostponedCheck.State.FAILED;
    }

    private Judgement judge(
            Passport passport, Passport.RegisterCheck check, String key, Map<String, Object> form, Answers answers) {
        try {
            return Judgement.answered(passes(passport, check, key, form, answers));
        } catch (Problem | RestClientException away) {
            LOG.warn(
                    "registry-service said nothing for check {}: {}",
                    check.code(),
                    away.getClass().getSimpleName());
            return Judgement.silent(check);
        }
    }

    private boolean passes(
            Passport passport, Passport.RegisterCheck check, String key, Map<String, Object> form, Answers answers) {
        Optional<Map<String, Object>> record =
                answers == Answers.NEW ? registry.now(check, key) : registry.recent(check, key);
        return passports.checks(passport).passes(check, form, record, terms.today());
    }
}
