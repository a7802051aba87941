package okno.application.submission;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Casefile;
import okno.application.casefile.domain.Duty;
import okno.application.casefile.domain.Form;
import okno.application.casefile.domain.Owner;
import okno.application.casefile.domain.Paper;
import okno.application.casefile.domain.Side;
import okno.application.casefile.persistence.Casefiles;
import okno.application.casefile.persistence.Forms;
import okno.application.casefile.persistence.Papers;
import okno.application.catalogue.PassportQueries;
import okno.application.catalogue.domain.Passport;
import okno.application.registercheck.CheckRegisters;
import okno.platform.core.Caller;
import okno.platform.core.FieldFault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds everything that still stops submission: what {@link SubmitApplication} refuses, asked beforehand. */
@Component
public class CheckReadiness {

    private final Casefiles casefiles;
    private final Forms forms;
    private final Papers papers;
    private final PassportQueries passports;
    private final SignatureClient signatures;
    private final JudgeForm judgeForm;

    CheckReadiness(
            Casefiles casefiles,
            Forms forms,
            Papers papers,
            PassportQueries passports,
            SignatureClient signatures,
            JudgeForm judgeForm) {
        this.casefiles = casefiles;
        this.forms = forms;
        this.papers = papers;
        this.passports = passports;
        this.signatures = signatures;
        this.judgeForm = judgeForm;
    }

    /** The faults found, the checks that have to wait for their register, and what was judged. */
    public record Readiness(
            Application application,
            Passport passport,
            Form form,
            SignedDocument document,
            List<FieldFault> faults,
            List<Passport.RegisterCheck> postponed) {}

    /** May ask identity-service about the signature and registry-service about codes and records, so it runs outside any transaction. */
    public Readiness handle(Caller caller, UUID id, @Nullable UUID signatureId) {
        return judge(caller, id, signatureId, CheckRegisters.Answers.RECENT);
    }

    /** The same for the submission itself, which goes by nothing that registers said before. */
    Readiness anew(Caller caller, UUID id, @Nullable UUID signatureId) {
        return judge(caller, id, signatureId, CheckRegisters.Answers.NEW);
    }

    private Readiness judge(Caller caller, UUID id, @Nullable UUID signatureId, CheckRegisters.Answers answers) {
        Casefile opened = casefiles.get(id, Owner.readBy(caller));
        Application application = opened.application();
        Passport passport = passports.get(
                application.service().code(), application.service().version());
        Form form = opened.form();
        List<Paper> files = papers.of(id);
        SignedDocument document = SignedDocument.of(application, form, files);
        return switch (application.status()) {
            case DRAFT, CORRECTION_REQUIRED -> {
                JudgeForm.Judged judged = judgeForm.handle(caller, passport, form.fields(), kinds(files), answers);
                List<FieldFault> faults = SubmissionPolicy.faults(new SubmissionPolicy.Dossier(
                        passport,
                        caller.ial(),
                        judged.faults(),
                        judged.required(),
                        kinds(files),
                        signatureId == null ? null : check(caller, signatureId, document)));
                yield new Readiness(application, passport, form, document, faults, judged.postponed());
            }
            case AWAITING_PAYMENT ->
                new Readiness(application, passport, form, document, unpaid(application), List.of());
            default -> new Readiness(application, passport, form, document, List.of(), List.of());
        };
    }

    /** The bytes to sign: of a draft, or of one sent back, as it is now; else as they were submitted. */
    public SignedDocument document(Caller caller, UUID id) {
        Casefile opened = casefiles.get(id, Owner.readBy(caller));
        if (!opened.application().status().isEditable()) {
            return SignedDocument.of(forms.document(id).orElseThrow());
        }
        return SignedDocument.of(opened.application(), opened.form(), papers.of(id));
    }

    private SubmissionPolicy.SignatureCheck check(Caller caller, UUID signatureId, SignedDocument document) {
        return signatures
                .find(signatureId)
                .map(signature -> new SubmissionPolicy.SignatureCheck(
                        true,
                        signature.personId().equals(caller.id()),
                        signature.status().equals("CONFIRMED"),
                        signature.documentSha256().equalsIgnoreCase(document.sha256()),
                        signature.kind()))
                .orElse(SubmissionPolicy.SignatureCheck.UNKNOWN);
    }

    private static List<FieldFault> unpaid(Application application) {
        Duty duty = application.duty();
        return duty == null || duty.isPaid() ? List.of() : List.of(FieldFault.at("/payment", "duty_unpaid"));
    }

    private static Set<String> kinds(List<Paper> files) {
        return files.stream()
                .filter(paper -> paper.side() == Side.APPLICANT && !paper.isRejected())
                .map(Paper::kind)
                .collect(toSet());
    }
}
