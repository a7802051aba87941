package okno.org.acting.web;

import java.util.UUID;
import okno.org.acting.IssueActingToken.ActingToken;
import okno.org.acting.IssuePowerToken;
import okno.org.acting.web.ActingTokenController.ActingTokenResponse;
import okno.platform.core.Caller;
import okno.platform.security.TokenBinding;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Acting tokens of representatives: shown in the header {@code Okno-Acting} of any call that is made for the principal. */
@RestController
@RequestMapping("/api/v1/powers-of-attorney/{id}/acting-token")
@PreAuthorize("denyAll()")
class PowerTokenController {

    private final IssuePowerToken issue;

    PowerTokenController(IssuePowerToken issue) {
        this.issue = issue;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('person')")
    ActingTokenResponse issue(@PathVariable UUID id, Caller caller) {
        ActingToken issued = issue.handle(new IssuePowerToken.Command(caller, TokenBinding.currentKeyThumbprint(), id));
        return new ActingTokenResponse(issued.token(), issued.expiresAt());
    }
}
