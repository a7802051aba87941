package okno.webhook.endpoint.web;

import jakarta.validation.Valid;
import java.time.OffsetDateTime;
import java.util.UUID;
import okno.platform.core.Caller;
import okno.platform.web.ETags;
import okno.webhook.endpoint.PauseEndpoint;
import okno.webhook.endpoint.ResumeEndpoint;
import okno.webhook.endpoint.RotateSecret;
import okno.webhook.endpoint.TestEndpoint;
import okno.webhook.endpoint.domain.Endpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an owner does with an endpoint. */
@RestController
@RequestMapping("/api/v1/webhooks/endpoints/{id}")
@PreAuthorize("denyAll()")
class EndpointActionController {

    private final RotateSecret rotate;
    private final TestEndpoint test;
    private final PauseEndpoint pause;
    private final ResumeEndpoint resume;

    EndpointActionController(RotateSecret rotate, TestEndpoint test, PauseEndpoint pause, ResumeEndpoint resume) {
        this.rotate = rotate;
        this.test = test;
        this.pause = pause;
        this.resume = resume;
    }

    @PostMapping("/secret-rotation")
    @PreAuthorize("hasAnyAuthority('client', 'person')")
    ResponseEntity<SecretResponse> rotate(
            Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody(required = false) @Nullable RotateSecretRequest request) {
        Integer overlapHours = request == null ? null : request.overlapHours();
        var rotated = rotate.handle(new RotateSecret.Command(caller, id, overlapHours));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new SecretResponse(rotated.secret().reveal(), rotated.previousExpiresAt()));
    }

    @PostMapping("/test")
    @PreAuthorize("hasAnyAuthority('client', 'person')")
    TestResponse test(Caller caller, @PathVariable UUID id) {
        return TestResponse.from(test.handle(new TestEndpoint.Command(caller, id)));
    }

    @PostMapping("/pause")
    @PreAuthorize("hasAnyAuthority('client', 'person')")
    ResponseEntity<EndpointResponse> pause(Caller caller, @PathVariable UUID id) {
        return answer(pause.handle(new PauseEndpoint.Command(caller, id)));
    }

    @PostMapping("/resumption")
    @PreAuthorize("hasAnyAuthority('client', 'person')")
    ResponseEntity<EndpointResponse> resume(
            Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody(required = false) @Nullable ResumeRequest request) {
        OffsetDateTime from = request == null ? null : request.recoverFrom();
        var resumed = resume.handle(new ResumeEndpoint.Command(caller, id, from == null ? null : from.toInstant()));
        return ResponseEntity.ok()
                .eTag(ETags.of(resumed.endpoint().version()))
                .body(EndpointResponse.withRecovered(resumed.endpoint(), resumed.recovered()));
    }

    private static ResponseEntity<EndpointResponse> answer(Endpoint endpoint) {
        return ResponseEntity.ok().eTag(ETags.of(endpoint.version())).body(EndpointResponse.from(endpoint));
    }
}
