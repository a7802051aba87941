package okno.identity.person.web;

import jakarta.validation.Valid;
import okno.identity.person.EditProfile;
import okno.identity.person.ProfileQueries;
import okno.identity.person.domain.Person;
import okno.platform.core.Caller;
import okno.platform.web.ETags;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own profile. */
@RestController
@RequestMapping("/api/v1/me")
@PreAuthorize("denyAll()")
class ProfileController {

    private final ProfileQueries queries;
    private final EditProfile editProfile;
    private final PersonWebMapper mapper;

    ProfileController(ProfileQueries queries, EditProfile editProfile, PersonWebMapper mapper) {
        this.queries = queries;
        this.editProfile = editProfile;
        this.mapper = mapper;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<ProfileResponse> profile(Caller caller) {
        return answer(queries.profile(caller));
    }

    @PatchMapping(
            consumes = {
                MediaType.APPLICATION_JSON_VALUE,
                "application/merge-patch+json",
                MediaType.APPLICATION_XML_VALUE
            })
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<ProfileResponse> edit(
            Caller caller,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ProfilePatch patch) {
        var command = new EditProfile.Command(ETags.version(ifMatch), patch.toEdit());
        return answer(editProfile.handle(caller, command));
    }

    private ResponseEntity<ProfileResponse> answer(Person person) {
        return ResponseEntity.ok().eTag(ETags.of(person.version())).body(mapper.toProfile(person));
    }
}
