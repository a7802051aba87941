package okno.identity.seal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import okno.identity.seal.SealDocument;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The portal's seal, for the service that makes results and for nobody else. The gateway has no way here. */
@RestController
@RequestMapping("/internal/seals")
@PreAuthorize("denyAll()")
class InternalSealController {

    private static final String MAKER_OF_RESULTS =
            "hasAuthority('service') and authentication.name == 'application-service'";

    private static final int LIMIT = 10 << 20;

    private final SealDocument sealDocument;

    InternalSealController(SealDocument sealDocument) {
        this.sealDocument = sealDocument;
    }

    /** The body with a PAdES seal; at most 10 MB. */
    @PostMapping(consumes = MediaType.APPLICATION_PDF_VALUE, produces = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize(MAKER_OF_RESULTS)
    void pdf(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(response, MediaType.APPLICATION_PDF_VALUE, sealDocument.pdf(caller, body(request)));
    }

    /** The body with an enveloped XAdES seal; at most 10 MB. */
    @PostMapping(consumes = MediaType.APPLICATION_XML_VALUE, produces = MediaType.APPLICATION_XML_VALUE)
    @PreAuthorize(MAKER_OF_RESULTS)
    void xml(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(response, MediaType.APPLICATION_XML_VALUE, sealDocument.xml(caller, body(request)));
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LIMIT + 1);
        if (body.length > LIMIT) {
            throw new Problem(ProblemKind.TOO_LARGE, "too_large");
        }
        return body;
    }

    private static void write(HttpServletResponse response, String type, byte[] sealed) throws IOException {
        response.setContentType(type);
        response.setContentLength(sealed.length);
        response.getOutputStream().write(sealed);
    }
}
