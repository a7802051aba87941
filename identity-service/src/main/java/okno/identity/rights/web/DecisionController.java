package okno.identity.rights.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import okno.identity.rights.DecideRequest;
import okno.identity.rights.RightsQueries;
import okno.identity.rights.ShowRequests;
import okno.identity.rights.domain.Correction;
import okno.identity.rights.domain.DataRequest;
import okno.identity.rights.domain.RequestKind;
import okno.platform.core.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Requests of persons, for the operator who decides them. */
@RestController
@RequestMapping("/api/v1/data-requests")
@PreAuthorize("denyAll()")
class DecisionController {

    private final ShowRequests showRequests;
    private final DecideRequest decideRequest;
    private final RightsQueries queries;

    DecisionController(ShowRequests showRequests, DecideRequest decideRequest, RightsQueries queries) {
        this.showRequests = showRequests;
        this.decideRequest = decideRequest;
        this.queries = queries;
    }

    /** What waits, due first. */
    record WaitingRequests(List<WaitingRequest> items) {}

    /** One of them; {@code correction} says what is to be corrected. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WaitingRequest(
            UUID id,
            RequestKind kind,
            UUID personId,
            LocalDate dueOn,
            Instant createdAt,
            @Nullable Correction correction) {

        static WaitingRequest from(ShowRequests.Shown shown) {
            DataRequest request = shown.request();
            return new WaitingRequest(
                    request.id(),
                    request.kind(),
                    request.personId(),
                    request.dueOn(),
                    request.createdAt(),
                    shown.correction().orElse(null));
        }
    }

    /** A hundred at most; what is decided makes room. */
    @GetMapping
    @PreAuthorize("hasAuthority('admin')")
    WaitingRequests waiting(Caller caller) {
        return new WaitingRequests(
                showRequests.handle(caller).stream().map(WaitingRequest::from).toList());
    }

    @PostMapping("/{id}/decision")
    @PreAuthorize("hasAuthority('admin')")
    DataRequestResponse decide(Caller caller, @PathVariable UUID id, @Valid @RequestBody DecisionRequest decision) {
        return DataRequestResponse.from(queries.view(decideRequest.handle(caller, decision.command(id))));
    }
}
