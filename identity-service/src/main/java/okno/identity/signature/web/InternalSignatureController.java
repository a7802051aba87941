package okno.identity.signature.web;

import java.util.UUID;
import okno.identity.signature.SignatureQueries;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signatures for the services that rely on them; the gateway has no route here. */
@RestController
@RequestMapping("/internal/signatures")
@PreAuthorize("denyAll()")
class InternalSignatureController {

    private final SignatureQueries queries;

    InternalSignatureController(SignatureQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('service')")
    SignatureResponse signature(@PathVariable UUID id) {
        return SignatureResponse.from(queries.byId(id));
    }
}
