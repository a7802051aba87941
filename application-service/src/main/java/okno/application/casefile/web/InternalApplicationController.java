package okno.application.casefile.web;

import java.util.UUID;
import okno.application.casefile.DiscloseApplication;
import okno.platform.core.Caller;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/internal/applications")
@PreAuthorize("denyAll()")
class InternalApplicationController {

    private final DiscloseApplication discloseApplication;

    InternalApplicationController(DiscloseApplication discloseApplication) {
        this.discloseApplication = discloseApplication;
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('service')")
    InternalApplicationResponse one(Caller caller, @PathVariable UUID id) {
        return InternalApplicationResponse.from(discloseApplication.handle(caller, id));
    }
}
