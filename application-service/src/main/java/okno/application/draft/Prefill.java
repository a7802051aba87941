package okno.application.draft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okno.application.casefile.domain.Form;
import okno.application.catalogue.PassportQueries;
import okno.application.catalogue.TermQueries;
import okno.application.catalogue.domain.Applicant;
import okno.application.catalogue.domain.Kind;
import okno.application.catalogue.domain.Passport;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.springframework.stereotype.Component;

/**
 * Fills in what the state knows already (210-FZ art. 7: it may not be asked for again). Whoever does not answer is left
 * out and noted: a draft is never refused because another service is down. Runs before any transaction.
 */
@Component
public class Prefill {

    private final PassportQueries passports;
    private final PersonClient persons;
    private final OrganisationClient organisations;
    private final PreviousForm previousForm;
    private final TermQueries terms;

    Prefill(
            PassportQueries passports,
            PersonClient persons,
            OrganisationClient organisations,
            PreviousForm previousForm,
            TermQueries terms) {
        this.passports = passports;
        this.persons = persons;
        this.organisations = organisations;
        this.previousForm = previousForm;
        this.terms = terms;
    }

    /** What could be filled in, and what could not. */
    public record Filled(Passport passport, Form form, List<Form.Prefilled> missing) {}

    /**
     * Looks up the service and what it asks for.
     *
     * @throws Problem {@code service_unknown}; {@code applicant_not_eligible} when the service is not for such callers;
     *     {@code applicant_age} when identity-service knows that the person is too young or too old; {@code
     *     permission_missing} when the caller may not apply for the company; {@code poa_no_power} when the power of attorney
     *     is not for this service
     */
    public Filled handle(Caller caller, String serviceCode) {
        Passport passport = passports.newest(serviceCode);
        Applicant applicant = passport.applicant();
        if (!applicant.kinds().contains(Kind.of(caller))) {
            throw new Problem(ProblemKind.FORBIDDEN, "applicant_not_eligible");
        }
        caller.requireService(passport.code());
        caller.requirePermission("applications.submit");
        if (applicant.permission() != null) {
            caller.requirePermission(applicant.permission());
        }
        return fill(caller, passport);
    }

    /** What the state knows by now for a draft of this version of the service. */
    Filled again(Caller caller, Passport passport) {
        return fill(caller, passport);
    }

    private Filled fill(Caller caller, Passport passport) {
        Map<String, Optional<Map<String, Object>>> answers = new HashMap<>();
        Applicant.Age age = passport.applicant().age();
        if (age != null) {
            answers.computeIfAbsent("identity", name -> ask(name, caller, passport))
                    .ifPresent(person -> refuseAge(age, person));
        }
        Map<String, Object> fields = new HashMap<>();
        List<Form.Prefilled> prefilled = new ArrayList<>();
        List<Form.Prefilled> missing = new ArrayList<>();
        for (Passport.Prefill wanted : passport.prefill()) {
            String source = wanted.source().substring(0, wanted.source().indexOf('.'));
            Form.Prefilled field = new Form.Prefilled(wanted.pointer(), wanted.source());
            Optional<Map<String, Object>> answer = answers.computeIfAbsent(source, name -> ask(name, caller, passport));
            if (prefilled.stream().anyMatch(known -> known.pointer().equals(wanted.pointer()))) {
                continue;
            }
            if (answer.isEmpty()) {
                missing.add(field);
                continue;
            }
            FormPaths.read(answer.get(), wanted.source().substring(source.length() + 1))
                    .ifPresent(value -> {
                        FormPaths.write(fields, wanted.pointer(), value);
                        prefilled.add(field);
                    });
        }
        return new Filled(passport, new Form(fields, prefilled), missing);
    }

    /** The form is checked again at submission; whoever is not known by age passes here and is met there. */
    private void refuseAge(Applicant.Age age, Map<String, Object> person) {
        if (person.get("birthDate") instanceof String born && !age.fits(LocalDate.parse(born), terms.today())) {
            throw new Problem(ProblemKind.FORBIDDEN, Applicant.AGE_FAULT);
        }
    }

    private Optional<Map<String, Object>> ask(String source, Caller caller, Passport passport) {
        Caller.Acting acting = caller.acting();
        Caller.Principal principal = caller.principal();
        if (principal != null && !principal.permissions().contains("profile.prefill")) {
            // What the principal keeps to themselves is for the representative as if it were not there.
            return Optional.of(Map.of());
        }
        return switch (source) {
            case "identity" -> persons.person(caller.onBehalfOf());
            case "registry" -> acting == null ? Optional.of(Map.of()) : organisations.organisation(acting.ogrn());
            case "acting" ->
                Optional.of(acting == null ? Map.of() : Map.of("ogrn", acting.ogrn(), "inn", acting.inn()));
            case "previous" -> Optional.of(previousForm.of(caller, passport.code()));
            default -> throw new IllegalStateException("passport names an unknown source: " + source);
        };
    }
}
