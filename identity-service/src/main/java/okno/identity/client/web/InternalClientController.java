package okno.identity.client.web;

import java.util.List;
import okno.identity.client.ClientPlan;
import okno.identity.client.ClientQueries;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Quota plans for the gateway, which asks every few seconds; 304 while nothing has changed. */
@RestController
@RequestMapping("/internal/client-plans")
@PreAuthorize("denyAll()")
class InternalClientController {

    private final ClientQueries queries;

    InternalClientController(ClientQueries queries) {
        this.queries = queries;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('service')")
    ResponseEntity<ClientPlansResponse> plans() {
        List<ClientPlan> plans = queries.plans();
        return ResponseEntity.ok()
                .eTag(Integer.toHexString(plans.size()) + "-" + Integer.toHexString(plans.hashCode()))
                .body(new ClientPlansResponse(plans));
    }
}
