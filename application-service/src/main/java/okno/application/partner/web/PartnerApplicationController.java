package okno.application.partner.web;

import java.time.Instant;
import java.util.UUID;
import okno.application.casefile.PageKeys;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.partner.ReadByConsent;
import okno.platform.core.Caller;
import okno.platform.web.KeysetPage;
import okno.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Persons' applications for partners' machines, as far as consents go. */
@RestController
@RequestMapping("/api/v1/partner/applications")
@PreAuthorize("denyAll()")
class PartnerApplicationController {

    private static final String MAY =
            "hasAuthority('client') and (' ' + authentication.token.claims['scope'] + ' ').contains(' okno.applications ')";

    private final ReadByConsent readByConsent;

    PartnerApplicationController(ReadByConsent readByConsent) {
        this.readByConsent = readByConsent;
    }

    /** An application as a partner sees it: what, when, how far; nothing that was written in it. */
    record PartnerApplication(
            UUID id,
            @Nullable String number,
            String serviceCode,
            ApplicationStatus status,
            @Nullable Instant submittedAt) {

        static PartnerApplication from(Application application) {
            var filing = application.filing();
            return new PartnerApplication(
                    application.id(),
                    filing == null ? null : filing.number().value(),
                    application.service().code(),
                    application.status(),
                    filing == null ? null : filing.submittedAt());
        }
    }

    /** Needs a consent of the person that names {@code APPLICATIONS}, and a token with the scope {@code okno.applications}. */
    @GetMapping("/{subject}")
    @PreAuthorize(MAY)
    KeysetPage<PartnerApplication> applications(Caller caller, @PathVariable UUID subject, PageRequest page) {
        var command = new ReadByConsent.Command(subject, PageKeys.id(page), page.limit());
        return KeysetPage.of(readByConsent.handle(caller, command), page.limit(), application -> application
                        .id()
                        .toString())
                .map(PartnerApplication::from);
    }
}
