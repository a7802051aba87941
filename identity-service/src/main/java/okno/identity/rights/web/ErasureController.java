package okno.identity.rights.web;

import java.net.URI;
import java.util.UUID;
import okno.identity.rights.CancelErasure;
import okno.identity.rights.RequestErasure;
import okno.identity.rights.RightsQueries;
import okno.identity.rights.domain.RequestKind;
import okno.platform.core.Caller;
import okno.platform.web.KeysetPage;
import okno.platform.web.PageRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The end of the caller's account. */
@RestController
@RequestMapping("/api/v1/me/erasures")
@PreAuthorize("denyAll()")
class ErasureController {

    private final RequestErasure requestErasure;
    private final CancelErasure cancelErasure;
    private final RightsQueries queries;

    ErasureController(RequestErasure requestErasure, CancelErasure cancelErasure, RightsQueries queries) {
        this.requestErasure = requestErasure;
        this.cancelErasure = cancelErasure;
        this.queries = queries;
    }

    /** Needs a log-in with two factors. The answer holds the receipt, which is told once. */
    @PostMapping
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<DataRequestResponse> request(Caller caller) {
        RequestErasure.Requested requested = requestErasure.handle(caller);
        return ResponseEntity.created(
                        URI.create("/api/v1/me/erasures/" + requested.request().id()))
                .body(DataRequestResponse.from(queries.view(requested.request()), requested.receipt()));
    }

    @GetMapping
    @PreAuthorize("hasAuthority('person')")
    KeysetPage<DataRequestResponse> all(Caller caller, PageRequest page) {
        return Pages.of(queries, caller, RequestKind.ERASURE, page);
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('person')")
    DataRequestResponse one(Caller caller, @PathVariable UUID id) {
        return DataRequestResponse.from(queries.mine(caller, RequestKind.ERASURE, id));
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<Void> cancel(Caller caller, @PathVariable UUID id) {
        cancelErasure.handle(caller, new CancelErasure.Command(id));
        return ResponseEntity.noContent().build();
    }
}
