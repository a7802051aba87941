package okno.identity.certificate.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import okno.identity.certificate.CertificateQueries;
import okno.identity.certificate.IssueCertificate;
import okno.identity.certificate.ProveCertificate;
import okno.identity.certificate.RegisterCertificate;
import okno.identity.certificate.RevokeCertificate;
import okno.identity.certificate.domain.PersonCertificate;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.web.KeysetPage;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's certificates. */
@RestController
@RequestMapping("/api/v1/me/certificates")
@PreAuthorize("denyAll()")
class CertificateController {

    private final IssueCertificate issueCertificate;
    private final RegisterCertificate registerCertificate;
    private final ProveCertificate proveCertificate;
    private final RevokeCertificate revokeCertificate;
    private final CertificateQueries queries;

    CertificateController(
            IssueCertificate issueCertificate,
            RegisterCertificate registerCertificate,
            ProveCertificate proveCertificate,
            RevokeCertificate revokeCertificate,
            CertificateQueries queries) {
        this.issueCertificate = issueCertificate;
        this.registerCertificate = registerCertificate;
        this.proveCertificate = proveCertificate;
        this.revokeCertificate = revokeCertificate;
        this.queries = queries;
    }

    @PostMapping
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<CertificateResponse> add(Caller caller, @Valid @RequestBody CertificateRequest request) {
        PersonCertificate added =
                switch (request.kind()) {
                    case PLATFORM -> {
                        if (request.keyPassword() == null) {
                            throw Problem.invalid("/keyPassword", "required");
                        }
                        yield issueCertificate.handle(caller, new IssueCertificate.Command(request.keyPassword()));
                    }
                    case OWN -> {
                        if (request.certificate() == null) {
                            throw Problem.invalid("/certificate", "required");
                        }
                        yield registerCertificate.handle(
                                caller, new RegisterCertificate.Command(request.certificate()));
                    }
                };
        return ResponseEntity.created(URI.create("/api/v1/me/certificates/" + added.id()))
                .body(CertificateResponse.from(added));
    }

    @PostMapping("/{id}/proof")
    @PreAuthorize("hasAuthority('person')")
    CertificateResponse prove(Caller caller, @PathVariable UUID id, @Valid @RequestBody ProofRequest request) {
        return CertificateResponse.from(
                proveCertificate.handle(caller, new ProveCertificate.Command(id, request.signature())));
    }

    @GetMapping
    @PreAuthorize("hasAuthority('person')")
    KeysetPage<CertificateResponse> list(Caller caller) {
        return new KeysetPage<>(
                queries.mine(caller).stream().map(CertificateResponse::from).toList(), null);
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<Void> revoke(Caller caller, @PathVariable UUID id) {
        revokeCertificate.handle(caller, new RevokeCertificate.Command(id));
        return ResponseEntity.noContent().build();
    }
}
