package okno.identity.signature.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import okno.identity.signature.AcceptSignature;
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
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Signatures of the caller, for themselves or for the company they act for. */
@RestController
@RequestMapping("/api/v1/signatures")
@PreAuthorize("denyAll()")
class SignatureController {

    private final StartSignature startSignature;
    private final ConfirmSignature confirmSignature;
    private final AcceptSignature acceptSignature;
    private final SignatureQueries queries;

    SignatureController(
            StartSignature startSignature,
            ConfirmSignature confirmSignature,
            AcceptSignature acceptSignature,
            SignatureQueries queries) {
        this.acceptSignature = acceptSignature;
        this.startSignature = startSignature;
        this.confirmSignature = confirmSignature;
        this.queries = queries;
    }

    @PostMapping
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<SignatureResponse> start(Caller caller, @Valid @RequestBody SignatureRequest request) {
        Signature started = startSignature.handle(caller, request.command());
        return ResponseEntity.created(URI.create("/api/v1/signatures/" + started.id()))
                .body(SignatureResponse.from(started, started.status()));
    }

    @PostMapping("/{id}/confirmation")
    @PreAuthorize("hasAuthority('person')")
    SignatureResponse confirm(Caller caller, @PathVariable UUID id, @Valid @RequestBody ConfirmationRequest request) {
        var command = new ConfirmSignature.Command(id, request.code(), request.keyPassword(), null);
        Signature confirmed = confirmSignature.handle(caller, command).signature();
        return SignatureResponse.from(confirmed, confirmed.status());
    }

    /** Signs a PDF inside. The signed one is the answer and is not kept. */
    @PostMapping(
            path = "/{id}/signed-document",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<byte[]> signDocument(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam @Pattern(regexp = "\\d{6}") String code,
            @RequestParam @Size(max = 64) String keyPassword,
            @RequestPart MultipartFile document)
            throws IOException {
        var command = new ConfirmSignature.Command(id, code, keyPassword, document.getBytes());
        return ResponseEntity.ok(confirmSignature.handle(caller, command).file());
    }

    /** Takes a qualified signature made outside. */
    @PostMapping(path = "/{id}/outside-signature", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize("hasAuthority('person')")
    SignatureResponse accept(
            Caller caller,
            @PathVariable UUID id,
            @RequestPart MultipartFile signature,
            @RequestPart(required = false) @Nullable MultipartFile document)
            throws IOException {
        Signature accepted = acceptSignature.handle(
                caller,
                new AcceptSignature.Command(id, signature.getBytes(), document == null ? null : document.getBytes()));
        return SignatureResponse.from(accepted, accepted.status());
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('person')")
    SignatureResponse signature(Caller caller, @PathVariable UUID id) {
        return SignatureResponse.from(queries.mine(caller, id));
    }

    /** The detached signature, CMS or XML as it was formed or handed in. */
    @GetMapping(path = "/{id}/file", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @PreAuthorize("hasAuthority('person')")
    byte[] file(Caller caller, @PathVariable UUID id) {
        return queries.file(caller, id);
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
