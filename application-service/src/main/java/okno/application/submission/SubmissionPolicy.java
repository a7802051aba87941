package okno.application.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import okno.application.catalogue.domain.Passport;
import okno.application.catalogue.domain.Passport.SignatureKind;
import okno.platform.core.FieldFault;
import org.jspecify.annotations.Nullable;

/** What must hold before an application may be submitted; each rule finds its own faults and knows nothing of the others. */
final class SubmissionPolicy {

    private SubmissionPolicy() {}

    /**
     * What the rules look at.
     *
     * @param ial how well the caller is known
     * @param formFaults what the form's schema says
     * @param required kinds of the documents that this form needs
     * @param attached kinds of the attachments
     * @param signature the signature offered; null when none is
     */
    record Dossier(
            Passport passport,
            String ial,
            List<FieldFault> formFaults,
            Set<String> required,
            Set<String> attached,
            @Nullable SignatureCheck signature) {}

    /** A signature offered for the application, as far as submission asks. */
    record SignatureCheck(boolean known, boolean ofCaller, boolean confirmed, boolean ofThisDocument, String kind) {

        static final SignatureCheck UNKNOWN = new SignatureCheck(false, false, false, false, "NONE");
    }

    /** Everything that stops submission; empty when nothing does. */
    static List<FieldFault> faults(Dossier dossier) {
        List<FieldFault> faults = new ArrayList<>();
        account(dossier).ifPresent(faults::add);
        faults.addAll(dossier.formFaults);
        faults.addAll(documents(dossier));
        signature(dossier).ifPresent(faults::add);
        return faults;
    }

    /** The person must be known well enough. */
    static Optional<FieldFault> account(Dossier dossier) {
        return dossier.passport.applicant().ial().metBy(dossier.ial)
                ? Optional.empty()
                : Optional.of(FieldFault.at("", "account_not_confirmed"));
    }

    /** Every required document must be attached. */
    static List<FieldFault> documents(Dossier dossier) {
        return dossier.passport.documents().stream()
                .filter(document ->
                        dossier.required.contains(document.kind()) && !dossier.attached.contains(document.kind()))
                .map(document -> FieldFault.at("/attachments", "document_missing", document.kind()))
                .toList();
    }

    /** The application must be signed by the caller, these very bytes, strongly enough. */
    static Optional<FieldFault> signature(Dossier dossier) {
        SignatureKind wanted = dossier.passport.signature();
        if (wanted == SignatureKind.NONE) {
            return Optional.empty();
        }
        return Optional.ofNullable(signatureCode(wanted, dossier.signature))
                .map(code -> FieldFault.at("/signatureId", code));
    }

    private static @Nullable String signatureCode(SignatureKind wanted, @Nullable SignatureCheck offered) {
        if (offered == null) {
            return "signature_missing";
        }
        // Another person's signature is answered like one that does not exist.
        if (!offered.known || !offered.ofCaller) {
            return "signature_unknown";
        }
        if (!offered.ofThisDocument) {
            return "signature_of_other_document";
        }
        if (!offered.confirmed) {
            return "signature_not_confirmed";
        }
        return strength(offered.kind) < wanted.ordinal() ? "signature_too_weak" : null;
    }

    private static int strength(String kind) {
        return List.of(SignatureKind.values()).stream()
                .filter(known -> known.name().equals(kind.toUpperCase(Locale.ROOT)))
                .mapToInt(Enum::ordinal)
                .findFirst()
                .orElse(0);
    }
}
