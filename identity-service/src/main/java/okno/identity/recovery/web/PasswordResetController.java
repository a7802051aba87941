package okno.identity.recovery.web;

import jakarta.validation.Valid;
import okno.identity.recovery.ResetByOfficer;
import okno.platform.core.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The desk of a one-stop office: a visitor who has no other way to their account. */
@RestController
@RequestMapping("/api/v1/mfc/password-resets")
@PreAuthorize("denyAll()")
class PasswordResetController {

    private final ResetByOfficer reset;

    PasswordResetController(ResetByOfficer reset) {
        this.reset = reset;
    }

    @PostMapping
    @PreAuthorize("hasAuthority('mfc')")
    @ResponseStatus(HttpStatus.CREATED)
    PasswordResetResponse reset(Caller officer, @Valid @RequestBody PasswordResetRequest request) {
        return new PasswordResetResponse(reset.handle(officer, request.toCommand()));
    }
}
