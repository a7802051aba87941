package okno.gateway.docs;

import java.net.URI;
import java.util.List;
import okno.gateway.GatewayProperties;
import okno.platform.core.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the documentation page loads besides its static files: where the contracts are, and each contract. */
@RestController
@RequestMapping("/docs")
@PreAuthorize("denyAll()")
class DocsController {

    private final Contracts contracts;
    private final GatewayProperties gateway;

    DocsController(Contracts contracts, GatewayProperties gateway) {
        this.contracts = contracts;
        this.gateway = gateway;
    }

    @GetMapping({"", "/"})
    @PreAuthorize("permitAll()")
    ResponseEntity<Void> page() {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create("/docs/index.html"))
                .build();
    }

    @GetMapping(path = "/config.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("permitAll()")
    Config config() {
        List<Contract> all = contracts.names().stream()
                .map(name -> new Contract(name, "/docs/openapi/" + name))
                .toList();
        return new Config(all, gateway.publicUrl() + "/docs/oauth2-redirect.html", "okno-web");
    }

    @GetMapping("/openapi/{name}")
    @PreAuthorize("permitAll()")
    ResponseEntity<String> contract(@PathVariable String name) {
        String yaml = contracts.find(name).orElseThrow(Problem::notFound);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/yaml;charset=UTF-8")
                .body(yaml);
    }

    /** What the page needs to know. */
    record Config(List<Contract> urls, String redirectUrl, String clientId) {}

    /** One service's contract and where it is read. */
    record Contract(String name, String url) {}
}
