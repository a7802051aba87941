package okno.application.result.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import java.util.UUID;
import okno.application.result.VerifyResult;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the code in a document leads: open to everybody. */
@RestController
@RequestMapping("/api/v1/results/verification/{documentId}")
@PreAuthorize("denyAll()")
class VerificationController {

    private final VerifyResult verifyResult;

    VerificationController(VerifyResult verifyResult) {
        this.verifyResult = verifyResult;
    }

    /** The SHA-256 of the file in hand, hex: for who would rather not send it. */
    record HashRequest(
            @NotNull @Pattern(regexp = "[0-9a-fA-F]{64}") String sha256) {}

    @GetMapping
    @PreAuthorize("permitAll()")
    VerifyResult.Verification byId(@PathVariable UUID documentId, Locale locale) {
        return verifyResult.handle(documentId, (String) null, locale);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("permitAll()")
    VerifyResult.Verification byHash(
            @PathVariable UUID documentId, @Valid @RequestBody HashRequest request, Locale locale) {
        return verifyResult.handle(documentId, request.sha256(), locale);
    }

    /** With the file itself, so that a changed byte shows. */
    @PostMapping(consumes = {MediaType.APPLICATION_PDF_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE})
    @PreAuthorize("permitAll()")
    VerifyResult.Verification byFile(@PathVariable UUID documentId, @RequestBody byte[] file, Locale locale) {
        return verifyResult.handle(documentId, file, locale);
    }
}
