package okno.identity.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.UUID;
import okno.identity.account.RegisterAccount;
import okno.platform.web.Language;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Registration. */
@RestController
@RequestMapping("/api/v1/accounts")
@PreAuthorize("denyAll()")
class AccountController {

    private static final String PENDING = "PENDING_CONFIRMATION";

    private final RegisterAccount registerAccount;

    AccountController(RegisterAccount registerAccount) {
        this.registerAccount = registerAccount;
    }

    @PostMapping
    @PreAuthorize("permitAll()")
    @ResponseStatus(HttpStatus.CREATED)
    AccountResponse register(@Valid @RequestBody AccountRequest typed, HttpServletRequest request) {
        String language = Language.of(request).tag();
        UUID id = registerAccount.handle(new RegisterAccount.Command(typed.toRegistrant(language)));
        return new AccountResponse(id, PENDING);
    }
}
