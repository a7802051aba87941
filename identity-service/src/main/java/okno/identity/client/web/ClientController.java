package okno.identity.client.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import okno.identity.client.ClientQueries;
import okno.identity.client.DecideClientRequest;
import okno.identity.client.ReplaceKeys;
import okno.identity.client.RequestClientApplication;
import okno.identity.client.SuspendClientApplication;
import okno.identity.client.domain.ClientApplication;
import okno.identity.client.domain.ClientStatus;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.web.KeysetPage;
import okno.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The registry of client applications: for employees with {@code clients.manage}, and for administrators. */
@RestController
@RequestMapping("/api/v1/clients")
@PreAuthorize("denyAll()")
class ClientController {

    private final RequestClientApplication requestClientApplication;
    private final DecideClientRequest decideClientRequest;
    private final ReplaceKeys replaceKeys;
    private final SuspendClientApplication suspendClientApplication;
    private final ClientQueries queries;

    ClientController(
            RequestClientApplication requestClientApplication,
            DecideClientRequest decideClientRequest,
            ReplaceKeys replaceKeys,
            SuspendClientApplication suspendClientApplication,
            ClientQueries queries) {
        this.requestClientApplication = requestClientApplication;
        this.decideClientRequest = decideClientRequest;
        this.replaceKeys = replaceKeys;
        this.suspendClientApplication = suspendClientApplication;
        this.queries = queries;
    }

    @PostMapping
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<ClientResponse> request(Caller caller, @Valid @RequestBody ClientRequest request) {
        ClientApplication client = requestClientApplication.handle(caller, request.toCommand());
        return ResponseEntity.created(URI.create("/api/v1/clients/" + client.id()))
                .body(response(client));
    }

    @GetMapping
    @PreAuthorize("hasAuthority('person')")
    KeysetPage<ClientResponse> list(
            Caller caller, @RequestParam(required = false) @Nullable ClientStatus status, PageRequest page) {
        return KeysetPage.of(
                        queries.page(caller, status, page.afterId(), page.limit()), page.limit(), client -> client.id()
                                .toString())
                .map(this::response);
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('person')")
    ClientResponse one(Caller caller, @PathVariable UUID id) {
        return response(queries.one(caller, id));
    }

    @PostMapping("/{id}/decision")
    @PreAuthorize("hasAuthority('admin')")
    ClientResponse decide(Caller administrator, @PathVariable UUID id, @Valid @RequestBody DecisionRequest request) {
        if (request.approved()) {
            return response(decideClientRequest.approve(administrator, id, request.plan()));
        }
        if (request.reason() == null) {
            throw Problem.invalid("/reason", "required");
        }
        return response(decideClientRequest.reject(administrator, id, request.reason()));
    }

    @PutMapping("/{id}/keys")
    @PreAuthorize("hasAuthority('person')")
    ClientResponse replaceKeys(Caller caller, @PathVariable UUID id, @Valid @RequestBody KeysRequest request) {
        return response(replaceKeys.handle(caller, request.toCommand(id)));
    }

    @PutMapping("/{id}/plan")
    @PreAuthorize("hasAuthority('admin')")
    ClientResponse changePlan(Caller administrator, @PathVariable UUID id, @Valid @RequestBody PlanRequest request) {
        return response(decideClientRequest.changePlan(administrator, id, request.plan()));
    }

    @PostMapping("/{id}/suspension")
    @PreAuthorize("hasAuthority('person')")
    ClientResponse suspend(Caller caller, @PathVariable UUID id, @Valid @RequestBody SuspensionRequest request) {
        return response(suspendClientApplication.suspend(caller, id, request.reason()));
    }

    @DeleteMapping("/{id}/suspension")
    @PreAuthorize("hasAuthority('admin')")
    ClientResponse resume(Caller administrator, @PathVariable UUID id) {
        return response(suspendClientApplication.resume(administrator, id));
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<Void> close(Caller caller, @PathVariable UUID id) {
        suspendClientApplication.close(caller, id);
        return ResponseEntity.noContent().build();
    }

    private ClientResponse response(ClientApplication client) {
        return ClientResponse.from(client, queries.keys(client));
    }
}
