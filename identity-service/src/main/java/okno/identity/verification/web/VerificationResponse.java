package okno.identity.verification.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import okno.identity.verification.VerifySignature.Report;
import okno.identity.verification.domain.Check;
import okno.identity.verification.domain.CheckName;
import okno.identity.verification.domain.Outcome;
import okno.identity.verification.domain.SignatureForm;
import okno.identity.verification.domain.SignatureReport;
import okno.identity.verification.domain.Verdict;
import okno.platform.web.Language;
import okno.platform.web.Texts;
import org.jspecify.annotations.Nullable;

/** A report on all signatures; {@code verdict} is the worst of theirs. */
record VerificationResponse(Verdict verdict, List<Signature> signatures) {

    record Signature(
            Verdict verdict,
            SignatureForm format,
            SignatureReport.@Nullable Signer signer,
            @Nullable Instant claimedAt,
            @Nullable Instant provenAt,
            List<NamedCheck> checks) {}

    /** {@code check} and {@code reason} are stable; {@code text} says both in the caller's language. */
    record NamedCheck(
            CheckName check, Outcome outcome, @Nullable String reason, String text) {}

    static VerificationResponse from(Report report, Texts texts, Language language) {
        return new VerificationResponse(
                report.verdict(),
                report.signatures().stream()
                        .map(signature -> of(signature, texts, language))
                        .toList());
    }

    private static Signature of(SignatureReport report, Texts texts, Language language) {
        return new Signature(
                report.verdict(),
                report.form(),
                report.signer(),
                report.claimedAt(),
                report.provenAt(),
                report.checks().stream()
                        .map(check -> named(check, texts, language))
                        .toList());
    }

    private static NamedCheck named(Check check, Texts texts, Language language) {
        String reason = check.reason() == null ? null : check.reason().code();
        String key = reason == null ? "check_" + check.name().name().toLowerCase(Locale.ROOT) : "check_" + reason;
        String text = texts.find(language, key, List.of());
        return new NamedCheck(check.name(), check.outcome(), reason, text == null ? key : text);
    }
}
