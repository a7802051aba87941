package okno.identity.assurance.web;

import okno.identity.assurance.ReceiveTestimony;
import okno.identity.assurance.domain.Method;
import okno.platform.core.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a bank, or a provider of video identification, tells whom it saw; its signature is its credential. */
@RestController
@RequestMapping("/api/v1/verifiers/{verifier}/callbacks")
@PreAuthorize("denyAll()")
class TestimonyController {

    private final ReceiveTestimony receiveTestimony;

    TestimonyController(ReceiveTestimony receiveTestimony) {
        this.receiveTestimony = receiveTestimony;
    }

    /** The body is a compact JWS and nothing else. */
    @PostMapping(consumes = "application/jwt")
    @PreAuthorize("permitAll()")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void receive(@PathVariable String verifier, @RequestBody String jwt) {
        Method method =
                switch (verifier) {
                    case "bank" -> Method.BANK;
                    case "video" -> Method.VIDEO;
                    default -> throw Problem.notFound();
                };
        if (!receiveTestimony.handle(method, jwt)) {
            throw new BadCredentialsException("testimony");
        }
    }
}
