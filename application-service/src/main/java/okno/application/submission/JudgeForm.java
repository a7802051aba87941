package okno.application.submission;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okno.application.catalogue.Facts;
import okno.application.catalogue.PassportChecks;
import okno.application.catalogue.PassportQueries;
import okno.application.catalogue.TermQueries;
import okno.application.catalogue.domain.Kind;
import okno.application.catalogue.domain.Passport;
import okno.application.dictionary.CheckCodes;
import okno.application.registercheck.CheckRegisters;
import okno.platform.core.Caller;
import okno.platform.core.FieldFault;
import org.springframework.stereotype.Component;

/** Judges a form by its passport, and by the dictionaries and registers that the passport names. */
@Component
class JudgeForm {

    private final PassportQueries passports;
    private final CheckCodes checkCodes;
    private final CheckRegisters checkRegisters;
    private final TermQueries terms;

    JudgeForm(PassportQueries passports, CheckCodes checkCodes, CheckRegisters checkRegisters, TermQueries terms) {
        this.passports = passports;
        this.checkCodes = checkCodes;
        this.checkRegisters = checkRegisters;
        this.terms = terms;
    }

    /**
     * {@code postponed}: checks that are made after the submission, because their register does not answer; {@code
     * required}: kinds of the documents that this form needs.
     */
    record Judged(List<FieldFault> faults, List<Passport.RegisterCheck> postponed, Set<String> required) {}

    /** {@code attached}: kinds of the documents that are there. May ask registry-service. */
    Judged handle(
            Caller caller,
            Passport passport,
            Map<String, Object> form,
            Set<String> attached,
            CheckRegisters.Answers answers) {
        Facts facts = new Facts(terms.today(), Kind.of(caller), caller.ial(), attached);
        PassportChecks checks = passports.checks(passport);
        List<FieldFault> faults = new ArrayList<>(checks.faults(form, facts));
        Set<String> wrong = faults.stream().map(FieldFault::pointer).collect(toSet());
        // A value that cannot be a code at all is said to be wrong once.
        checkCodes.faults(passport.form(), form, facts.today()).stream()
                .filter(fault -> !wrong.contains(fault.pointer()))
                .forEach(faults::add);
        Set<String> asWritten = faults.stream().map(FieldFault::pointer).collect(toSet());
        CheckRegisters.Outcome registers =
                checkRegisters.handle(passport, form, answers, key -> !asWritten.contains("/form" + key));
        faults.addAll(registers.faults());
        return new Judged(faults, registers.postponed(), checks.requiredDocuments(form, facts));
    }
}
