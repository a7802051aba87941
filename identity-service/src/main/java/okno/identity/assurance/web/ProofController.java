package okno.identity.assurance.web;

import jakarta.validation.Valid;
import okno.identity.assurance.VerificationQueries;
import okno.identity.assurance.VerifyByMfcCode;
import okno.platform.core.Caller;
import okno.platform.web.KeysetPage;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Proofs of the caller's identity. */
@RestController
@RequestMapping("/api/v1/me/verifications")
@PreAuthorize("denyAll()")
class ProofController {

    private final VerifyByMfcCode verifyByMfcCode;
    private final VerificationQueries queries;

    ProofController(VerifyByMfcCode verifyByMfcCode, VerificationQueries queries) {
        this.verifyByMfcCode = verifyByMfcCode;
        this.queries = queries;
    }

    @PostMapping
    @PreAuthorize("hasAuthority('person')")
    @ResponseStatus(HttpStatus.CREATED)
    ProofResponse raise(Caller caller, @Valid @RequestBody ProofRequest request) {
        return switch (request.method()) {
            case MFC_CODE ->
                ProofResponse.from(verifyByMfcCode.handle(caller, new VerifyByMfcCode.Command(request.code())));
        };
    }

    /** All of them on one page: nobody has many. */
    @GetMapping
    @PreAuthorize("hasAuthority('person')")
    KeysetPage<ProofResponse> proofs(Caller caller) {
        return new KeysetPage<>(
                queries.of(caller).stream().map(ProofResponse::from).toList(), null);
    }
}
