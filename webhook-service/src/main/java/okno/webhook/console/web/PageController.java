package okno.webhook.console.web;

import java.net.URI;
import okno.webhook.console.ConsoleProperties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page's address, and where it lets people log in. */
@RestController
@RequestMapping(ConsolePages.PATH)
@PreAuthorize("denyAll()")
class PageController {

    private static final Resource PAGE = new ClassPathResource("console/index.html");

    private final ConsoleProperties properties;

    PageController(ConsoleProperties properties) {
        this.properties = properties;
    }

    /**
     * What the page needs to know before anybody has logged in.
     *
     * @param issuer the realm that people log in at
     * @param clientId the public client it logs them in as
     */
    record ConsoleResponse(URI issuer, String clientId) {}

    /** With a slash at the end, because the page names its files relative to itself. */
    @GetMapping("")
    @PreAuthorize("permitAll()")
    ResponseEntity<Void> address() {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(ConsolePages.PATH + "/"))
                .build();
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    @PreAuthorize("permitAll()")
    Resource page() {
        return PAGE;
    }

    @GetMapping("/config.json")
    @PreAuthorize("permitAll()")
    ConsoleResponse config() {
        return new ConsoleResponse(properties.login(), properties.clientId());
    }
}
