package okno.org.acting.web;

import java.time.Duration;
import java.util.Map;
import okno.org.acting.ActingKeys;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public keys by which every service verifies acting tokens offline. */
@RestController
@PreAuthorize("denyAll()")
class ActingKeysController {

    private final ActingKeys keys;

    ActingKeysController(ActingKeys keys) {
        this.keys = keys;
    }

    @GetMapping(path = "/.well-known/okno-acting-jwks.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("permitAll()")
    ResponseEntity<Map<String, Object>> keys() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic())
                .body(keys.published());
    }
}
