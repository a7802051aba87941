package okno.identity.consent.web;

import java.util.UUID;
import okno.identity.consent.ReadByConsent;
import okno.platform.core.Caller;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Persons for partners' machines, as far as consents go. */
@RestController
@RequestMapping("/api/v1/partner/persons")
@PreAuthorize("denyAll()")
class PartnerController {

    private static final String MAY =
            "hasAuthority('client') and (' ' + authentication.token.claims['scope'] + ' ').contains(' okno.identity ')";

    private final ReadByConsent readByConsent;

    PartnerController(ReadByConsent readByConsent) {
        this.readByConsent = readByConsent;
    }

    /**
     * The subject is the {@code sub} that the partner learned when the person logged in; the token needs the scope {@code
     * okno.identity}.
     */
    @GetMapping("/{subject}")
    @PreAuthorize(MAY)
    PartnerPersonResponse person(Caller caller, @PathVariable UUID subject) {
        return PartnerPersonResponse.from(readByConsent.handle(caller, new ReadByConsent.Command(subject)));
    }
}
