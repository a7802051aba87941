package okno.identity.verification.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.util.HexFormat;
import okno.identity.verification.SignedDocument;
import okno.identity.verification.VerifySignature;
import okno.identity.verification.VerifySignature.Report;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.web.Language;
import okno.platform.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Verification for everybody: a document with a detached signature, its hash with one, or a signed PDF or XML alone. */
@RestController
@RequestMapping("/api/v1/signature-verifications")
@PreAuthorize("denyAll()")
class VerificationController {

    private final VerifySignature verify;
    private final Texts texts;

    VerificationController(VerifySignature verify, Texts texts) {
        this.verify = verify;
        this.texts = texts;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize("permitAll()")
    VerificationResponse verify(
            HttpServletRequest request,
            @RequestPart(required = false) @Nullable MultipartFile document,
            @RequestPart(required = false) @Nullable MultipartFile signature,
            @RequestParam(required = false) @Pattern(regexp = "[0-9a-f]{64}") @Nullable String documentSha256)
            throws IOException {
        return VerificationResponse.from(report(document, signature, documentSha256), texts, Language.of(request));
    }

    private Report report(
            @Nullable MultipartFile document, @Nullable MultipartFile signature, @Nullable String documentSha256)
            throws IOException {
        if (signature == null && document != null) {
            return verify.alone(document.getBytes());
        }
        if (signature != null && document != null) {
            return verify.detached(signature.getBytes(), SignedDocument.of(document.getBytes()));
        }
        if (signature != null && documentSha256 != null) {
            return verify.detached(
                    signature.getBytes(), SignedDocument.ofSha256(HexFormat.of().parseHex(documentSha256)));
        }
        throw new Problem(ProblemKind.MALFORMED, "verification_incomplete");
    }
}
