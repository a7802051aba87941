package okno.identity.assurance.web;

import jakarta.validation.Valid;
import okno.identity.assurance.IssueMfcCode;
import okno.platform.core.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The desk of a one-stop office. */
@RestController
@RequestMapping("/api/v1/mfc/confirmations")
@PreAuthorize("denyAll()")
class MfcController {

    private final IssueMfcCode issueMfcCode;

    MfcController(IssueMfcCode issueMfcCode) {
        this.issueMfcCode = issueMfcCode;
    }

    @PostMapping
    @PreAuthorize("hasAuthority('mfc')")
    @ResponseStatus(HttpStatus.CREATED)
    MfcConfirmationResponse issue(Caller officer, @Valid @RequestBody MfcConfirmationRequest request) {
        return MfcConfirmationResponse.from(issueMfcCode.handle(officer, request.toCommand()));
    }
}
