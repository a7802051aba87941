package okno.identity.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import okno.identity.account.OpenAccountAtDesk;
import okno.platform.core.Caller;
import okno.platform.web.Language;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts that an officer of a one-stop office opens for visitors. */
@RestController
@RequestMapping("/api/v1/mfc/accounts")
@PreAuthorize("denyAll()")
class DeskAccountController {

    private final OpenAccountAtDesk openAccountAtDesk;

    DeskAccountController(OpenAccountAtDesk openAccountAtDesk) {
        this.openAccountAtDesk = openAccountAtDesk;
    }

    @PostMapping
    @PreAuthorize("hasAuthority('mfc')")
    @ResponseStatus(HttpStatus.CREATED)
    DeskAccountResponse open(Caller officer, @Valid @RequestBody AccountRequest read, HttpServletRequest request) {
        String language = Language.of(request).tag();
        return DeskAccountResponse.from(
                openAccountAtDesk.handle(officer, new OpenAccountAtDesk.Command(read.toRegistrant(language))));
    }
}
