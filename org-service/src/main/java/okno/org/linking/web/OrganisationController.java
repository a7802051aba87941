package okno.org.linking.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import okno.org.linking.LinkOrganisation;
import okno.org.linking.OrganisationQueries;
import okno.org.linking.WithdrawOrganisation;
import okno.org.linking.domain.Organisation;
import okno.platform.core.Caller;
import okno.platform.web.ETags;
import okno.platform.web.KeysetPage;
import okno.platform.web.Language;
import okno.platform.web.PageRequest;
import okno.platform.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The companies that the caller heads, or says so. */
@RestController
@RequestMapping("/api/v1/orgs")
@PreAuthorize("denyAll()")
class OrganisationController {

    private final LinkOrganisation link;
    private final WithdrawOrganisation withdraw;
    private final OrganisationQueries organisations;
    private final Texts texts;

    OrganisationController(
            LinkOrganisation link, WithdrawOrganisation withdraw, OrganisationQueries organisations, Texts texts) {
        this.link = link;
        this.withdraw = withdraw;
        this.organisations = organisations;
        this.texts = texts;
    }

    /** Answers at once with status CHECKING; the registers are asked behind it. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<OrganisationResponse> link(
            @RequestBody @Valid LinkRequest request, Caller caller, HttpServletRequest http) {
        Organisation organisation = link.handle(new LinkOrganisation.Command(caller, request.numbers()));
        return ResponseEntity.created(URI.create("/api/v1/orgs/" + organisation.id()))
                .eTag(ETags.of(organisation.version()))
                .body(response(organisation, http));
    }

    @GetMapping
    @PreAuthorize("hasAuthority('person')")
    KeysetPage<OrganisationResponse> list(PageRequest page, Caller caller, HttpServletRequest http) {
        var found = organisations.list(caller, page.afterId(), page.limit());
        return KeysetPage.of(
                        found, page.limit(), organisation -> organisation.id().toString())
                .map(organisation -> response(organisation, http));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<OrganisationResponse> get(@PathVariable UUID id, Caller caller, HttpServletRequest http) {
        Organisation organisation = organisations.get(id, caller);
        return ResponseEntity.ok().eTag(ETags.of(organisation.version())).body(response(organisation, http));
    }

    /** Gives the company up; acting tokens for it are void within seconds. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('person')")
    void withdraw(@PathVariable UUID id, Caller caller) {
        withdraw.handle(new WithdrawOrganisation.Command(caller, id));
    }

    private OrganisationResponse response(Organisation organisation, HttpServletRequest http) {
        return OrganisationResponse.from(organisation, texts, Language.of(http));
    }
}
