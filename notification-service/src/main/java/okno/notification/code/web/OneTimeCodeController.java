package okno.notification.code.web;

import jakarta.validation.Valid;
import okno.notification.code.SendOneTimeCode;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Codes that our other services made. */
@RestController
@RequestMapping("/internal/one-time-codes")
@PreAuthorize("denyAll()")
class OneTimeCodeController {

    private final SendOneTimeCode sendOneTimeCode;

    OneTimeCodeController(SendOneTimeCode sendOneTimeCode) {
        this.sendOneTimeCode = sendOneTimeCode;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PreAuthorize("hasAuthority('service')")
    void send(@Valid @RequestBody OneTimeCodeRequest request) {
        sendOneTimeCode.handle(request.toCommand());
    }
}
