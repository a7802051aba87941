package okno.identity.person.web;

import jakarta.validation.Valid;
import java.util.UUID;
import okno.identity.person.DisclosePerson;
import okno.identity.person.DisclosePerson.Extent;
import okno.identity.person.MatchPerson;
import okno.identity.person.domain.Person;
import okno.identity.person.domain.PersonId;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Persons for the other services; the gateway has no route here. */
@RestController
@RequestMapping("/internal/persons")
@PreAuthorize("denyAll()")
class InternalPersonController {

    private static final String PURPOSE = "Okno-Purpose";

    private final DisclosePerson disclosePerson;
    private final MatchPerson matchPerson;
    private final PersonWebMapper mapper;

    InternalPersonController(DisclosePerson disclosePerson, MatchPerson matchPerson, PersonWebMapper mapper) {
        this.disclosePerson = disclosePerson;
        this.matchPerson = matchPerson;
        this.mapper = mapper;
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('service')")
    PersonResponse person(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = PURPOSE, required = false) @Nullable String purpose) {
        return mapper.toPerson(disclose(caller, id, Extent.WHOLE, purpose));
    }

    /** Reaching a person is what this read is for, so it needs no other purpose. */
    @GetMapping("/{id}/contacts")
    @PreAuthorize("hasAuthority('service')")
    ContactsResponse contacts(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = PURPOSE, defaultValue = "notification") String purpose) {
        return ContactsResponse.from(disclose(caller, id, Extent.CONTACTS, purpose));
    }

    /** The account of the person whom a power of attorney names; 404 when there is none of exactly this person. */
    @PostMapping("/matches")
    @PreAuthorize("hasAuthority('service') and authentication.name == 'org-service'")
    MatchPerson.Match match(
            Caller caller,
            @Valid @RequestBody MatchRequest request,
            @RequestHeader(name = PURPOSE, required = false) @Nullable String purpose) {
        var command = new MatchPerson.Command(request.number(), request.name(), checked(purpose));
        return matchPerson.handle(caller, command).orElseThrow(Problem::notFound);
    }

    private Person disclose(Caller caller, UUID id, Extent extent, @Nullable String purpose) {
        return disclosePerson.handle(caller, new DisclosePerson.Command(new PersonId(id), extent, checked(purpose)));
    }

    private static String checked(@Nullable String purpose) {
        if (purpose == null || !purpose.matches("[\\p{L}\\p{N}., _-]{3,100}")) {
            throw new Problem(ProblemKind.MALFORMED, "purpose_required");
        }
        return purpose;
    }
}
