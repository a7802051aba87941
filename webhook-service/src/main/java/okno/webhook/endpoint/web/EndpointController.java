package okno.webhook.endpoint.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import okno.platform.core.Caller;
import okno.platform.web.ETags;
import okno.platform.web.KeysetPage;
import okno.platform.web.PageRequest;
import okno.webhook.endpoint.ChangeEndpoint;
import okno.webhook.endpoint.EndpointQueries;
import okno.webhook.endpoint.RegisterEndpoint;
import okno.webhook.endpoint.RemoveEndpoint;
import okno.webhook.endpoint.domain.Endpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints of the caller: the organisation acted for, or the client itself. */
@RestController
@RequestMapping("/api/v1/webhooks/endpoints")
@PreAuthorize("denyAll()")
class EndpointController {

    private final RegisterEndpoint register;
    private final ChangeEndpoint change;
    private final RemoveEndpoint remove;
    private final EndpointQueries queries;

    EndpointController(
            RegisterEndpoint register, ChangeEndpoint change, RemoveEndpoint remove, EndpointQueries queries) {
        this.register = register;
        this.change = change;
        this.remove = remove;
        this.queries = queries;
    }

    @PostMapping
    @PreAuthorize("hasAnyAuthority('client', 'person')")
    ResponseEntity<EndpointResponse> register(Caller caller, @Valid @RequestBody RegisterEndpointRequest request) {
        String description = request.description() == null ? "" : request.description();
        var registered = register.handle(
                new RegisterEndpoint.Command(caller, request.url(), request.subscription(), description));
        Endpoint endpoint = registered.endpoint();
        return ResponseEntity.created(URI.create("/api/v1/webhooks/endpoints/" + endpoint.id()))
                .eTag(ETags.of(endpoint.version()))
                .cacheControl(CacheControl.noStore())
                .body(EndpointResponse.withSecret(endpoint, registered.secret().reveal()));
    }

    @GetMapping
    @PreAuthorize("hasAnyAuthority('client', 'person')")
    KeysetPage<EndpointResponse> list(Caller caller, PageRequest page) {
        var rows = queries.page(caller, page.after(), page.limit());
        return KeysetPage.of(rows, page.limit(), endpoint -> endpoint.id().toString())
                .map(EndpointResponse::from);
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAnyAuthority('client', 'person')")
    ResponseEntity<EndpointResponse> get(Caller caller, @PathVariable UUID id) {
        Endpoint endpoint = queries.get(caller, id);
        return ResponseEntity.ok()
                .eTag(ETags.of(endpoint.version()))
                .body(EndpointResponse.withChallenge(endpoint, queries.challengeOutcome(id)));
    }

    @PatchMapping("/{id}")
    @PreAuthorize("hasAnyAuthority('client', 'person')")
    ResponseEntity<EndpointResponse> change(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ChangeEndpointRequest request) {
        Endpoint endpoint = change.handle(new ChangeEndpoint.Command(
                caller, id, ETags.version(ifMatch), request.url(), request.subscription(), request.description()));
        return ResponseEntity.ok().eTag(ETags.of(endpoint.version())).body(EndpointResponse.from(endpoint));
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasAnyAuthority('client', 'person')")
    ResponseEntity<Void> remove(Caller caller, @PathVariable UUID id) {
        remove.handle(new RemoveEndpoint.Command(caller, id));
        return ResponseEntity.noContent().build();
    }
}
