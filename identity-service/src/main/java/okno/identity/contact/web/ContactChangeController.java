package okno.identity.contact.web;

import jakarta.validation.Valid;
import java.util.UUID;
import okno.identity.contact.ConfirmContactChange;
import okno.identity.contact.ContactChangeQueries;
import okno.identity.contact.StartContactChange;
import okno.platform.core.Caller;
import okno.platform.web.KeysetPage;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Another phone or e-mail of the caller's. */
@RestController
@RequestMapping("/api/v1/me/contact-changes")
@PreAuthorize("denyAll()")
class ContactChangeController {

    private final StartContactChange startContactChange;
    private final ConfirmContactChange confirmContactChange;
    private final ContactChangeQueries queries;

    ContactChangeController(
            StartContactChange startContactChange,
            ConfirmContactChange confirmContactChange,
            ContactChangeQueries queries) {
        this.startContactChange = startContactChange;
        this.confirmContactChange = confirmContactChange;
        this.queries = queries;
    }

    @PostMapping
    @PreAuthorize("hasAuthority('person')")
    @ResponseStatus(HttpStatus.CREATED)
    ContactChangeResponse start(Caller caller, @Valid @RequestBody ContactChangeRequest request) {
        return ContactChangeResponse.from(startContactChange.handle(caller, request.toCommand()));
    }

    @PostMapping("/{id}/confirmation")
    @PreAuthorize("hasAuthority('person')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(Caller caller, @PathVariable UUID id, @Valid @RequestBody ContactCodeRequest request) {
        confirmContactChange.handle(caller, new ConfirmContactChange.Command(id, request.code()));
    }

    /** Those that wait; at most one of a kind. */
    @GetMapping
    @PreAuthorize("hasAuthority('person')")
    KeysetPage<ContactChangeResponse> open(Caller caller) {
        return new KeysetPage<>(
                queries.open(caller).stream().map(ContactChangeResponse::from).toList(), null);
    }
}
