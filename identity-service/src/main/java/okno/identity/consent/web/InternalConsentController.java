package okno.identity.consent.web;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import okno.identity.consent.ConsentQueries;
import okno.identity.consent.domain.ConsentField;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * For another service that is about to show personal data to a partner: ask at each read, keep nothing, and a withdrawal
 * is effective at once. The gateway has no route here.
 */
@RestController
@RequestMapping("/internal/persons/{id}/consents")
@PreAuthorize("denyAll()")
class InternalConsentController {

    private final ConsentQueries queries;

    InternalConsentController(ConsentQueries queries) {
        this.queries = queries;
    }

    /** Consents in force between a person and a recipient; none: nothing may be shown. */
    record ConsentsInForce(List<ConsentInForce> items) {}

    /** One of them. */
    record ConsentInForce(UUID id, List<ConsentField> fields, LocalDate until) {}

    @GetMapping
    @PreAuthorize("hasAuthority('service')")
    ConsentsInForce inForce(@PathVariable UUID id, @RequestParam @Size(max = 100) String recipient) {
        return new ConsentsInForce(queries.inForce(id, recipient).stream()
                .map(consent -> new ConsentInForce(
                        consent.id(), consent.terms().fields(), consent.terms().until()))
                .toList());
    }
}
