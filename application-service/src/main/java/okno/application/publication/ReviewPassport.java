package okno.application.publication;

import java.util.ArrayList;
import java.util.List;
import okno.application.catalogue.CatalogueSnapshots;
import okno.application.catalogue.PassportChecks;
import okno.application.catalogue.TermQueries;
import okno.application.catalogue.domain.Passport;
import okno.application.dictionary.Dictionaries;
import okno.application.dictionary.domain.CodedFields;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import org.springframework.stereotype.Component;

/** Looks at a passport before it is published: its parts fit together, what it names exists, every path can be gone. */
@Component
class ReviewPassport {

    private final CatalogueSnapshots snapshots;
    private final TermQueries terms;
    private final Dictionaries dictionaries;

    ReviewPassport(CatalogueSnapshots snapshots, TermQueries terms, Dictionaries dictionaries) {
        this.snapshots = snapshots;
        this.terms = terms;
        this.dictionaries = dictionaries;
    }

    /**
     * May ask registry-service for the dictionaries that the form names.
     *
     * @throws Problem {@code dependency_unavailable} when nobody can say whether they exist
     */
    Report handle(Passport passport) {
        List<FieldFault> findings = new ArrayList<>(FormStructure.faults(passport));
        boolean fits = findings.isEmpty();
        findings.addAll(Links.faults(passport, snapshots.current().references(), terms.today()));
        findings.addAll(dictionaries(passport));
        findings.addAll(Reachability.faults(passport));
        findings.addAll(ResultTrial.faults(passport));
        try {
            // A form that does not fit together cannot be compiled; its conditions are looked at the next time.
            if (fits) {
                PassportChecks checks = PassportChecks.of(passport);
                if (findings.isEmpty()) {
                    return new Simulation(passport, checks, terms.today()).run();
                }
            }
        } catch (Problem invalid) {
            findings.addAll(invalid.faults());
        }
        return new Report(findings, List.of());
    }

    private List<FieldFault> dictionaries(Passport passport) {
        return CodedFields.named(passport.form(), "/form").stream()
                .filter(field -> dictionaries.find(field.dictionary()).isEmpty())
                .map(field -> FieldFault.at(field.pointer(), "dictionary_unknown"))
                .toList();
    }
}
