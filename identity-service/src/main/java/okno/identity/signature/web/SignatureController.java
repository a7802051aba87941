package okno.identity.signature.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import okno.identity.signature.ConfirmSignature;
import okno.identity.signature.SignatureQueries;
import okno.identity.signature.StartSignature;
import okno.identity.signature.domain.Signature;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.web.KeysetPage;
import okno.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signatures of the caller, for themselves or for the company they act for. */
@RestController
@RequestMapping("/api/v1/signatures")
@PreAuthorize("denyAll()")
class SignatureController {

    private final StartSignature startSignature;
    private final ConfirmSignature confirmSignature;
    private final SignatureQueries queries;

    SignatureController(StartSignature startSignature, ConfirmSignature confirmSignature, SignatureQueries queries) {
        this.startSignature = startSignature;
        this.confirmSignature = confirmSignature;
        this.queries = queries;
    }

    @PostMapping
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<SignatureResponse> start(Caller caller, @Valid @RequestBody SignatureRequest request) {
        var command = new StartSignature.Command(request.documentSha256(), request.kind());
        Signature started = startSignature.handle(caller, command);
        return ResponseEntity.created(URI.create("/api/v1/signatures/" + started.id()))
                .body(SignatureResponse.from(started, started.status()));
    }

    @PostMapping("/{id}/confirmation")
    @PreAuthorize("hasAuthority('person')")
    SignatureResponse confirm(Caller caller, @PathVariable UUID id, @Valid @RequestBody ConfirmationRequest request) {
        Signature confirmed = confirmSignature.handle(caller, new ConfirmSignature.Command(id, request.code()));
        return SignatureResponse.from(confirmed, confirmed.status());
    }

    @GetMapping
    @PreAuthorize("hasAuthority('person')")
    KeysetPage<SignatureResponse> history(Caller caller, PageRequest page) {
        List<SignatureQueries.View> rows = queries.history(caller, idOf(page.after()), page.limit() + 1);
        return KeysetPage.of(rows, page.limit(), row -> row.signature().id().toString())
                .map(SignatureResponse::from);
    }

    private static @Nullable UUID idOf(@Nullable String after) {
        try {
            return after == null ? null : UUID.fromString(after);
        } catch (IllegalArgumentException notOurs) {
            throw new Problem(ProblemKind.MALFORMED, "after_format");
        }
    }
}
