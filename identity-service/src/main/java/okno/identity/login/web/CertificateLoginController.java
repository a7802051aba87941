package okno.identity.login.web;

import jakarta.validation.Valid;
import okno.identity.login.JudgeCertificateLogin;
import okno.platform.core.Caller;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For Keycloak alone; the gateway has no route here. */
@RestController
@RequestMapping("/internal/certificate-logins")
@PreAuthorize("denyAll()")
class CertificateLoginController {

    private final JudgeCertificateLogin judge;

    CertificateLoginController(JudgeCertificateLogin judge) {
        this.judge = judge;
    }

    @PostMapping
    @PreAuthorize("hasAuthority('service') and #caller.id() == 'keycloak'")
    CertificateLoginResponse judge(Caller caller, @RequestBody @Valid CertificateLoginRequest request) {
        return CertificateLoginResponse.from(judge.handle(caller, request.toCommand()));
    }
}
