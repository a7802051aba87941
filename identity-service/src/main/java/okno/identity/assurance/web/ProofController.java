package okno.identity.assurance.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import okno.identity.assurance.RaiseLevel;
import okno.identity.assurance.VerificationQueries;
import okno.platform.core.Caller;
import okno.platform.web.KeysetPage;
import okno.platform.web.Language;
import okno.platform.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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

    private final RaiseLevel raiseLevel;
    private final VerificationQueries queries;
    private final Texts texts;
    private final Clock clock;

    ProofController(RaiseLevel raiseLevel, VerificationQueries queries, Texts texts, Clock clock) {
        this.raiseLevel = raiseLevel;
        this.queries = queries;
        this.texts = texts;
        this.clock = clock;
    }

    /** {@code MFC_CODE} and {@code REGISTERS} are judged at once; the others answer what is to be done first. */
    @PostMapping
    @PreAuthorize("hasAuthority('person')")
    @ResponseStatus(HttpStatus.CREATED)
    ProofResponse raise(Caller caller, @Valid @RequestBody ProofRequest typed, HttpServletRequest request) {
        return switch (typed.method()) {
            case MFC_CODE ->
                ProofResponse.from(raiseLevel.handle(caller, new RaiseLevel.AtOnce(typed.method(), typed.digits())));
            case REGISTERS ->
                ProofResponse.from(
                        raiseLevel.handle(caller, new RaiseLevel.AtOnce(typed.method(), typed.typedPassport())));
            case CERTIFICATE, BANK, VIDEO ->
                ProofResponse.from(
                        raiseLevel.begin(caller, typed.method()), clock.instant(), texts, Language.of(request));
        };
    }

    @PostMapping("/{id}/signature")
    @PreAuthorize("hasAuthority('person')")
    ProofResponse answer(Caller caller, @PathVariable UUID id, @Valid @RequestBody SignedChallengeRequest request) {
        return ProofResponse.from(raiseLevel.handle(caller, id, request.signature()));
    }

    /** How a proof that was begun stands; a verifier's answer shows here. */
    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('person')")
    ProofResponse proof(Caller caller, @PathVariable UUID id, HttpServletRequest request) {
        return queries.proof(caller, id)
                .map(ProofResponse::from)
                .orElseGet(() ->
                        ProofResponse.from(queries.attempt(caller, id), clock.instant(), texts, Language.of(request)));
    }

    /** All that were proved on one page: nobody has many. */
    @GetMapping
    @PreAuthorize("hasAuthority('person')")
    KeysetPage<ProofResponse> proofs(Caller caller) {
        return new KeysetPage<>(
                queries.of(caller).stream().map(ProofResponse::from).toList(), null);
    }
}
