package okno.application.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import okno.application.catalogue.domain.Passport;
import okno.application.catalogue.domain.References;
import okno.application.catalogue.domain.TermRule;
import okno.platform.core.FieldFault;
import org.jspecify.annotations.Nullable;

/** What a passport names outside itself must exist and be valid today. */
final class Links {

    private final References references;
    private final LocalDate today;
    private final List<FieldFault> faults = new ArrayList<>();

    private Links(References references, LocalDate today) {
        this.references = references;
        this.today = today;
    }

    static List<FieldFault> faults(Passport passport, References references, LocalDate today) {
        Links links = new Links(references, today);
        links.word(References.AGENCY, passport.agency(), "/agency", "agency_unknown");
        links.word(References.CATEGORY, passport.category(), "/category", "category_unknown");
        for (int i = 0; i < passport.lifeEvents().size(); i++) {
            links.word(References.LIFE_EVENT, passport.lifeEvents().get(i), "/lifeEvents/" + i, "life_event_unknown");
        }
        for (int i = 0; i < passport.routing().size(); i++) {
            List<String> units = passport.routing().get(i).units();
            for (int j = 0; j < units.size(); j++) {
                links.word(References.UNIT, units.get(j), "/routing/" + i + "/units/" + j, "unit_unknown");
            }
        }
        for (int i = 0; i < passport.results().size(); i++) {
            String template = passport.results().get(i).template();
            if (template != null) {
                links.word(References.TEMPLATE, template, "/results/" + i + "/template", "template_unknown");
            }
        }
        links.tariffAndTerm(passport);
        return links.faults;
    }

    private void tariffAndTerm(Passport passport) {
        Passport.Duty duty = passport.duty();
        if (duty != null && references.tariff(duty.tariff(), today).isEmpty()) {
            faults.add(FieldFault.at("/duty/tariff", "tariff_unknown"));
        }
        term(passport.term(), "/term");
        Passport.ApplicantTerms own = passport.applicantTerms();
        if (own != null) {
            term(own.answer(), "/applicantTerms/answer");
            term(own.correction(), "/applicantTerms/correction");
            term(own.payment(), "/applicantTerms/payment");
        }
    }

    private void term(@Nullable TermRule rule, String pointer) {
        String code = rule == null ? null : rule.reference();
        if (code != null && references.term(code, today).isEmpty()) {
            faults.add(FieldFault.at(pointer + "/reference", "term_unknown"));
        }
    }

    private void word(String dictionary, String code, String pointer, String fault) {
        if (references.word(dictionary, code, today).isEmpty()) {
            faults.add(FieldFault.at(pointer, fault));
        }
    }
}
