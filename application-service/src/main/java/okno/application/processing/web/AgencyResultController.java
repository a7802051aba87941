package okno.application.processing.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import okno.application.catalogue.TermQueries;
import okno.application.processing.GenerateResult;
import okno.application.processing.RevokeResult;
import okno.application.result.ResultResponse;
import okno.application.result.domain.IssuedResult;
import okno.platform.core.Caller;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/agency/applications/{id}/results")
@PreAuthorize("denyAll()")
class AgencyResultController {

    private final GenerateResult generateResult;
    private final RevokeResult revokeResult;
    private final TermQueries terms;

    AgencyResultController(GenerateResult generateResult, RevokeResult revokeResult, TermQueries terms) {
        this.generateResult = generateResult;
        this.revokeResult = revokeResult;
        this.terms = terms;
    }

    @PostMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_XML_VALUE})
    @PreAuthorize("hasAnyAuthority('officer', 'client')")
    ResponseEntity<ResultResponse> generate(
            Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody AgencyRequests.ResultRequest request,
            Locale locale) {
        IssuedResult result = generateResult.handle(new GenerateResult.Command(
                caller, id, request.code(), request.fields() == null ? Map.of() : request.fields()));
        return ResponseEntity.created(URI.create("/api/v1/applications/" + id + "/results/" + result.id() + "/content"))
                .body(ResultResponse.from(result, terms.today(), locale));
    }

    @PostMapping("/{resultId}/revocation")
    @PreAuthorize("hasAnyAuthority('officer', 'client')")
    ResultResponse revoke(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID resultId,
            @Valid @RequestBody AgencyRequests.RevocationRequest request,
            Locale locale) {
        return ResultResponse.from(
                revokeResult.handle(new RevokeResult.Command(caller, id, resultId, request.reason())),
                terms.today(),
                locale);
    }
}
