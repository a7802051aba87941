package okno.org.power.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import okno.org.power.EndPower;
import okno.org.power.EndPower.Ending;
import okno.org.power.GrantPower;
import okno.org.power.PowerQueries;
import okno.org.power.PowerQueries.Side;
import okno.org.power.SignPower;
import okno.org.power.domain.PowerOfAttorney;
import okno.platform.core.Caller;
import okno.platform.web.ETags;
import okno.platform.web.KeysetPage;
import okno.platform.web.Language;
import okno.platform.web.PageRequest;
import okno.platform.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Powers of attorney that the caller gave to, or received from, another citizen. */
@RestController
@RequestMapping("/api/v1/powers-of-attorney")
@PreAuthorize("denyAll()")
class PowerController {

    private final GrantPower grant;
    private final SignPower sign;
    private final EndPower end;
    private final PowerQueries powers;
    private final Texts texts;

    PowerController(GrantPower grant, SignPower sign, EndPower end, PowerQueries powers, Texts texts) {
        this.grant = grant;
        this.sign = sign;
        this.end = end;
        this.powers = powers;
        this.texts = texts;
    }

    /** Writes one; it holds once its document is signed. */
    @PostMapping
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<PowerResponse> grant(
            @RequestBody @Valid PowerRequest request, Caller caller, HttpServletRequest http) {
        PowerOfAttorney written = grant.handle(caller, request.command());
        return ResponseEntity.created(URI.create("/api/v1/powers-of-attorney/" + written.id()))
                .eTag(ETags.of(written.version()))
                .body(response(powers.get(written.id(), caller), http));
    }

    @GetMapping
    @PreAuthorize("hasAuthority('person')")
    KeysetPage<PowerResponse> list(
            @RequestParam(defaultValue = "GIVEN") Side role, PageRequest page, Caller caller, HttpServletRequest http) {
        var found = powers.list(caller.id(), role, page.afterId(), page.limit());
        return KeysetPage.of(found, page.limit(), view -> view.power().id().toString())
                .map(view -> response(view, http));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<PowerResponse> get(@PathVariable UUID id, Caller caller, HttpServletRequest http) {
        return found(id, caller, http);
    }

    /** The bytes that are signed: canonical JSON (RFC 8785). */
    @GetMapping(path = "/{id}/document", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @PreAuthorize("hasAuthority('person')")
    byte[] document(@PathVariable UUID id, Caller caller) {
        return powers.document(id, caller);
    }

    /** The principal has signed the document; from now on it holds. */
    @PostMapping("/{id}/signature")
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<PowerResponse> sign(
            @PathVariable UUID id, @RequestBody @Valid SigningRequest request, Caller caller, HttpServletRequest http) {
        sign.handle(caller, new SignPower.Command(id, request.signatureId()));
        return found(id, caller, http);
    }

    /** The principal takes it back, at once and without a reason. */
    @PostMapping("/{id}/revocation")
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<PowerResponse> revoke(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller,
            HttpServletRequest http) {
        end.handle(caller, new EndPower.Command(id, Ending.REVOCATION, version(ifMatch)));
        return found(id, caller, http);
    }

    /** The representative gives it up. */
    @PostMapping("/{id}/refusal")
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<PowerResponse> refuse(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller,
            HttpServletRequest http) {
        end.handle(caller, new EndPower.Command(id, Ending.REFUSAL, version(ifMatch)));
        return found(id, caller, http);
    }

    private ResponseEntity<PowerResponse> found(UUID id, Caller caller, HttpServletRequest http) {
        PowerQueries.View view = powers.get(id, caller);
        return ResponseEntity.ok().eTag(ETags.of(view.power().version())).body(response(view, http));
    }

    private PowerResponse response(PowerQueries.View view, HttpServletRequest http) {
        return PowerResponse.from(view, texts, Language.of(http));
    }

    /** Whoever wants to be rid of it need not have looked at it first. */
    private static @Nullable Long version(@Nullable String ifMatch) {
        return ifMatch == null ? null : ETags.version(ifMatch);
    }
}
