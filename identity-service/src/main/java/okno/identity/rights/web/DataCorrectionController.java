package okno.identity.rights.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import okno.identity.rights.RequestCorrection;
import okno.identity.rights.RightsQueries;
import okno.identity.rights.domain.DataRequest;
import okno.identity.rights.domain.RequestKind;
import okno.platform.core.Caller;
import okno.platform.web.KeysetPage;
import okno.platform.web.PageRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Corrections of what the caller cannot edit. */
@RestController
@RequestMapping("/api/v1/me/data-corrections")
@PreAuthorize("denyAll()")
class DataCorrectionController {

    private final RequestCorrection requestCorrection;
    private final RightsQueries queries;

    DataCorrectionController(RequestCorrection requestCorrection, RightsQueries queries) {
        this.requestCorrection = requestCorrection;
        this.queries = queries;
    }

    @PostMapping
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<DataRequestResponse> request(Caller caller, @Valid @RequestBody CorrectionRequest correction) {
        DataRequest request = requestCorrection.handle(caller, correction.command());
        return ResponseEntity.created(URI.create("/api/v1/me/data-corrections/" + request.id()))
                .body(DataRequestResponse.from(queries.view(request)));
    }

    @GetMapping
    @PreAuthorize("hasAuthority('person')")
    KeysetPage<DataRequestResponse> all(Caller caller, PageRequest page) {
        return Pages.of(queries, caller, RequestKind.CORRECTION, page);
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('person')")
    DataRequestResponse one(Caller caller, @PathVariable UUID id) {
        return DataRequestResponse.from(queries.mine(caller, RequestKind.CORRECTION, id));
    }
}
