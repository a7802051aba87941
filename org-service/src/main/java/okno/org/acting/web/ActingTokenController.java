package okno.org.acting.web;

import java.time.Instant;
import java.util.UUID;
import okno.org.acting.IssueActingToken;
import okno.org.acting.IssueActingToken.ActingToken;
import okno.platform.core.Caller;
import okno.platform.security.TokenBinding;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Acting tokens: shown in the header {@code Okno-Acting} of any call that is made for the company. */
@RestController
@RequestMapping("/api/v1/orgs/{orgId}/acting-token")
@PreAuthorize("denyAll()")
class ActingTokenController {

    private final IssueActingToken issue;

    ActingTokenController(IssueActingToken issue) {
        this.issue = issue;
    }

    /** The value of {@code Okno-Acting}, and until when it is good. */
    record ActingTokenResponse(String token, Instant expiresAt) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('person')")
    ActingTokenResponse issue(@PathVariable UUID orgId, Caller caller) {
        ActingToken issued =
                issue.handle(new IssueActingToken.Command(caller, TokenBinding.currentKeyThumbprint(), orgId));
        return new ActingTokenResponse(issued.token(), issued.expiresAt());
    }
}
