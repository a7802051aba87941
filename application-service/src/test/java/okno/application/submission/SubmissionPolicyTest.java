package okno.application.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import okno.application.catalogue.domain.Passport;
import okno.application.submission.SubmissionPolicy.Dossier;
import okno.application.submission.SubmissionPolicy.SignatureCheck;
import okno.platform.core.FieldFault;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SubmissionPolicyTest {

    private static final Passport PASSPORT = JsonMapper.shared().readValue("""
            {"code":"any","version":1,"title":{"ru":"ru","en":"en"},"description":{"ru":"ru","en":"en"},"category":"any",
             "agency":"fns","applicant":{"kinds":["PERSON"],"ial":"confirmed"},"oneActive":false,"form":{},
             "documents":[{"kind":"passport-scan","title":{"ru":"ru","en":"en"},"formats":["PDF"],"required":true},
                          {"kind":"photo","title":{"ru":"ru","en":"en"},"formats":["JPG"],"required":false}],
             "signature":"SIMPLE","term":{"amount":3,"unit":"WORKING_DAYS"},
             "processing":{"decidedBy":"OFFICER","resultBy":"AGENCY"}}""", Passport.class);
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
        return new Dossier(PASSPORT, ial, List.of(), Set.of("passport-scan"), attached, offered);
    }
}
