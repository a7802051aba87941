package okno.application.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import okno.application.catalogue.domain.Passport;
import okno.application.catalogue.domain.Texts;
import okno.application.submission.SubmissionPolicy.Dossier;
import okno.application.submission.SubmissionPolicy.SignatureCheck;
import okno.platform.core.FieldFault;
import org.junit.jupiter.api.Test;

class SubmissionPolicyTest {

    private static final Texts TEXT = new Texts("ru", "en");
    private static final SignatureCheck GOOD = new SignatureCheck(true, true, true, true, "SIMPLE");

    @Test
    void nothing_stops_a_complete_application() {
        assertThat(SubmissionPolicy.faults(dossier("confirmed", Set.of("passport-scan"), GOOD)))
                .isEmpty();
    }

    @Test
    void all_obstacles_are_named_at_once() {
        assertThat(codes("simplified", Set.of(), null))
                .containsExactly("account_not_confirmed", "document_missing", "signature_missing");
    }

    @Test
    void a_signature_must_be_the_callers_confirmed_over_these_bytes_and_strong_enough() {
        assertThat(signature(SignatureCheck.UNKNOWN)).containsExactly("signature_unknown");
        assertThat(signature(new SignatureCheck(true, false, true, true, "SIMPLE")))
                .containsExactly("signature_unknown");
        assertThat(signature(new SignatureCheck(true, true, false, true, "SIMPLE")))
                .containsExactly("signature_not_confirmed");
        assertThat(signature(new SignatureCheck(true, true, true, false, "SIMPLE")))
                .containsExactly("signature_of_other_document");
        assertThat(signature(new SignatureCheck(true, true, true, true, "STAMP")))
                .containsExactly("signature_too_weak");
        assertThat(signature(new SignatureCheck(true, true, true, true, "QUALIFIED")))
                .isEmpty();
    }

    private static List<String> signature(SignatureCheck offered) {
        return codes("confirmed", Set.of("passport-scan"), offered);
    }

    private static List<String> codes(String ial, Set<String> attached, SignatureCheck offered) {
        return SubmissionPolicy.faults(dossier(ial, attached, offered)).stream()
                .map(FieldFault::code)
                .toList();
    }

    private static Dossier dossier(String ial, Set<String> attached, SignatureCheck offered) {
        Passport passport = new Passport(
                "any",
                1,
                TEXT,
                TEXT,
                "any",
                "fns",
                new Passport.Applicant(Set.of(Passport.Kind.PERSON), Passport.Ial.confirmed),
                false,
                Map.of(),
                List.of(),
                null,
                List.of(
                        new Passport.Document("passport-scan", TEXT, Set.of("PDF"), null, true),
                        new Passport.Document("photo", TEXT, Set.of("JPG"), null, false)),
                Passport.SignatureKind.SIMPLE,
                null,
                new Passport.Term(3, Passport.Term.Unit.WORKING_DAYS),
                new Passport.Processing(
                        Passport.Processing.DecidedBy.OFFICER, Passport.Processing.ResultBy.AGENCY, null),
                Map.of(),
                Map.of());
        return new Dossier(passport, ial, List.of(), attached, offered);
    }
}
