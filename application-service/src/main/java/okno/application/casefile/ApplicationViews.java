package okno.application.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import okno.application.casefile.ApplicationResponse.CancellationView;
import okno.application.casefile.ApplicationResponse.PaymentView;
import okno.application.casefile.ApplicationResponse.PrefilledView;
import okno.application.casefile.ApplicationResponse.ProposalView;
import okno.application.casefile.ApplicationResponse.ResultView;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.domain.Casefile;
import okno.application.casefile.domain.Decision;
import okno.application.casefile.domain.Duty;
import okno.application.casefile.domain.Filing;
import okno.application.casefile.domain.Form;
import okno.application.casefile.domain.Handling;
import okno.application.casefile.domain.Lifecycle;
import okno.application.casefile.domain.Paper;
import okno.application.casefile.domain.RegisterRecord;
import okno.application.casefile.domain.Side;
import okno.application.casefile.domain.Step;
import okno.application.casefile.persistence.Forms;
import okno.application.casefile.persistence.Papers;
import okno.application.catalogue.PassportQueries;
import okno.application.catalogue.TermQueries;
import okno.application.catalogue.domain.Passport;
import okno.application.catalogue.domain.Processing;
import okno.application.catalogue.domain.Texts;
import okno.platform.core.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows applications to people: titles in their language, what they may do now, and what lies in the file. */
@Component
public class ApplicationViews {

    private final PassportQueries passports;
    private final Forms forms;
    private final Papers papers;
    private final NameCodes nameCodes;
    private final DraftKeeping draftKeeping;

    ApplicationViews(
            PassportQueries passports, Forms forms, Papers papers, NameCodes nameCodes, DraftKeeping draftKeeping) {
        this.passports = passports;
        this.forms = forms;
        this.papers = papers;
        this.nameCodes = nameCodes;
        this.draftKeeping = draftKeeping;
    }

    /** One line of a list. */
    public ApplicationResponse line(Application application, Side reader, Locale locale) {
        return view(application, reader, locale, null, null);
    }

    /** The application with everything that lies in its file. */
    public ApplicationResponse whole(Application application, Side reader, Locale locale) {
        return whole(new Casefile(application, forms.get(application.id())), reader, locale);
    }

    /** The same where the form is known already. */
    public ApplicationResponse whole(Casefile opened, Side reader, Locale locale) {
        Application application = opened.application();
        return view(application, reader, locale, opened.form(), papers.of(application.id()));
    }

    /** One line of a list, for who owns it or acts for the owner. */
    public ApplicationResponse line(Application application, Caller reader, Locale locale) {
        return line(application, Side.APPLICANT, locale).withActions(action -> may(reader, action));
    }

    /** The whole of it, for who owns it or acts for the owner. */
    public ApplicationResponse whole(Application application, Caller reader, Locale locale) {
        return whole(new Casefile(application, forms.get(application.id())), reader, locale);
    }

    /** The same where the form is known already. */
    public ApplicationResponse whole(Casefile opened, Caller reader, Locale locale) {
        return whole(opened, Side.APPLICANT, locale).withActions(action -> may(reader, action));
    }

    /** Of the owner's actions a representative has those that the power of attorney names. */
    private static boolean may(Caller reader, String action) {
        Caller.Principal principal = reader.principal();
        return principal == null
                || switch (action) {
                    case "EDIT", "ATTACH", "DISCARD" -> principal.permissions().contains("applications.draft");
                    case "SUBMIT", "CORRECT" -> principal.permissions().contains("applications.submit");
                    case "MESSAGE", "ANSWER" -> principal.permissions().contains("applications.correspond");
                    default -> false;
                };
    }

    /** A new draft, with what could not be filled in although the service asked for it. */
    public ApplicationResponse begun(Casefile draft, List<Form.Prefilled> missing, Caller reader, Locale locale) {
        return whole(draft, reader, locale).withPrefillMissing(prefilled(missing));
    }

    /** A status as the passport of the application's service puts it. */
    public String statusTitle(Application application, ApplicationStatus status, Locale locale) {
        return passports
                .get(application.service().code(), application.service().version())
                .statusTitle(status.name(), locale);
    }

    /** What a code means: a ground of refusal of the application's passport, or why the portal cancels. */
    public @Nullable String reason(Application application, @Nullable String code, Locale locale) {
        return code == null
                ? null
                : passports
                        .get(application.service().code(), application.service().version())
                        .rejectionReasons()
                        .getOrDefault(code, CancelReasons.of(code))
                        .in(locale);
    }

    private ApplicationResponse view(
            Application application, Side reader, Locale locale, @Nullable Form form, @Nullable List<Paper> files) {
        Passport passport = passports.get(
                application.service().code(), application.service().version());
        Filing filing = application.filing();
        return new ApplicationResponse(
                application.id(),
                application.version(),
                filing == null ? null : filing.number().value(),
                passport.code(),
                passport.version(),
                passport.title().in(locale),
                passport.agency(),
                application.region(),
                application.status().name(),
                passport.statusTitle(application.status().name(), locale),
                application.createdAt(),
                application.updatedAt(),
                filing == null ? null : filing.submittedAt(),
                filing == null ? null : filing.expectedCompletionDate(),
                application.answerBy(),
                keptUntil(application),
                cancellation(application, locale),
                payment(application.duty()),
                result(application, passport, locale, reader, of(files, Side.AGENCY)),
                reader == Side.AGENCY ? application.handling().unit() : null,
                reader == Side.AGENCY ? application.assignee() : null,
                reader == Side.AGENCY ? proposal(application.handling().proposal()) : null,
                null,
                actions(application, passport, reader),
                form == null ? null : form.fields(),
                form == null ? null : nameCodes.handle(passport, application, form, locale),
                form == null || reader == Side.AGENCY ? null : prefilled(form.prefilled()),
                null,
                files == null ? null : of(files, Side.APPLICANT),
                null);
    }

    private @Nullable LocalDate keptUntil(Application application) {
        return application.status() == ApplicationStatus.DRAFT
                ? LocalDate.ofInstant(draftKeeping.end(application.updatedAt()), TermQueries.ZONE)
                        .minusDays(1)
                : null;
    }

    private static List<String> actions(Application application, Passport passport, Side reader) {
        List<String> actions = new ArrayList<>();
        if (reader == Side.APPLICANT && application.status() == ApplicationStatus.DRAFT) {
            actions.addAll(List.of("EDIT", "ATTACH", "SUBMIT", "DISCARD"));
            return actions;
        }
        if (reader == Side.APPLICANT && application.status().isEditable()) {
            actions.addAll(List.of("EDIT", "ATTACH"));
        }
        boolean noOfficer = passport.processing().decidedBy() == Processing.DecidedBy.REGISTER;
        if (reader == Side.AGENCY && noOfficer) {
            return actions;
        }
        Lifecycle.allowed(application.status(), reader).stream().map(Step::name).forEach(actions::add);
        if (application.status().isWithAgency() && !application.status().isFinal()) {
            actions.add("MESSAGE");
        }
        if (reader == Side.APPLICANT) {
            actions.removeIf(action -> !passport.allows(application.status().name(), action));
        }
        return actions;
    }

    private static @Nullable CancellationView cancellation(Application application, Locale locale) {
        String code = application.cancelReason();
        return code == null
                ? null
                : new CancellationView(code, CancelReasons.of(code).in(locale));
    }

    private static @Nullable ProposalView proposal(Handling.@Nullable Proposal proposal) {
        return proposal == null
                ? null
                : new ProposalView(
                        proposal.verdict().name(),
                        proposal.reasonCode(),
                        proposal.comment(),
                        proposal.officer(),
                        proposal.proposedAt());
    }

    private static @Nullable PaymentView payment(@Nullable Duty duty) {
        return duty == null ? null : new PaymentView(duty.uin(), duty.amount(), duty.isPaid() ? "PAID" : "PENDING");
    }

    private static @Nullable ResultView result(
            Application application, Passport passport, Locale locale, Side reader, List<PaperResponse> documents) {
        Decision decision = application.decision();
        RegisterRecord record = application.record();
        // What lies ready before the decision is the agency's own affair.
        if (decision == null && (documents.isEmpty() || reader == Side.APPLICANT)) {
            return null;
        }
        Texts reason = decision == null || decision.reasonCode() == null
                ? null
                : passport.rejectionReasons().get(decision.reasonCode());
        return new ResultView(
                decision == null ? null : decision.verdict().name(),
                decision == null ? null : decision.reasonCode(),
                reason == null ? null : reason.in(locale),
                decision == null ? null : decision.comment(),
                decision == null ? null : decision.decidedAt(),
                record == null ? null : record.register(),
                record == null ? null : record.key(),
                documents);
    }

    private static List<PaperResponse> of(@Nullable List<Paper> files, Side side) {
        return files == null
                ? List.of()
                : files.stream()
                        .filter(paper -> paper.side() == side)
                        .map(PaperResponse::from)
                        .toList();
    }

    private static List<PrefilledView> prefilled(List<Form.Prefilled> fields) {
        return fields.stream()
                .map(field -> new PrefilledView(field.pointer(), field.source()))
                .toList();
    }
}
