package okno.application.publication;

import java.util.ArrayList;
import java.util.List;
import okno.application.catalogue.CatalogueSnapshots;
import okno.application.catalogue.PassportChecks;
import okno.application.catalogue.TermQueries;
import okno.application.catalogue.domain.Passport;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import org.springframework.stereotype.Component;

/** Looks at a passport before it is published: its parts fit together, what it names exists, every path can be gone. */
@Component
class ReviewPassport {

    private final CatalogueSnapshots snapshots;
    private final TermQueries terms;

    ReviewPassport(CatalogueSnapshots snapshots, TermQueries terms) {
        this.snapshots = snapshots;
        this.terms = terms;
    }

    Report handle(Passport passport) {
        List<FieldFault> findings = new ArrayList<>(FormStructure.faults(passport));
        boolean fits = findings.isEmpty();
        findings.addAll(Links.faults(passport, snapshots.current().references(), terms.today()));
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
}
