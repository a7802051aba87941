package okno.identity.rights.web;

import java.util.UUID;
import okno.identity.rights.RightsQueries;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What became of an erasure, for who has no account any more and holds its receipt; it holds no personal data. */
@RestController
@RequestMapping("/api/v1/erasures")
@PreAuthorize("denyAll()")
class ErasureResultController {

    private final RightsQueries queries;

    ErasureResultController(RightsQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/{id}")
    @PreAuthorize("permitAll()")
    DataRequestResponse result(@PathVariable UUID id, @RequestHeader("Okno-Receipt") String receipt) {
        return DataRequestResponse.from(queries.byReceipt(id, receipt));
    }
}
