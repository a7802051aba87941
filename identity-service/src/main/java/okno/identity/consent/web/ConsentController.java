package okno.identity.consent.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import okno.identity.consent.AskConsent;
import okno.identity.consent.ConsentQueries;
import okno.identity.consent.GiveConsent;
import okno.identity.consent.WithdrawConsent;
import okno.identity.consent.domain.Consent;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.web.KeysetPage;
import okno.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own consents. */
@RestController
@RequestMapping("/api/v1/me/consents")
@PreAuthorize("denyAll()")
class ConsentController {

    private final AskConsent askConsent;
    private final GiveConsent giveConsent;
    private final WithdrawConsent withdrawConsent;
    private final ConsentQueries queries;

    ConsentController(
            AskConsent askConsent, GiveConsent giveConsent, WithdrawConsent withdrawConsent, ConsentQueries queries) {
        this.askConsent = askConsent;
        this.giveConsent = giveConsent;
        this.withdrawConsent = withdrawConsent;
        this.queries = queries;
    }

    /** Writes a consent and sends the code that signs it; it holds once the code is typed. */
    @PostMapping
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<ConsentResponse> ask(Caller caller, @Valid @RequestBody ConsentRequest request) {
        Consent asked = askConsent.handle(caller, request.command());
        return ResponseEntity.created(URI.create("/api/v1/me/consents/" + asked.id()))
                .body(ConsentResponse.from(queries.view(asked)));
    }

    @PostMapping("/{id}/confirmation")
    @PreAuthorize("hasAuthority('person')")
    ConsentResponse give(Caller caller, @PathVariable UUID id, @Valid @RequestBody ConsentConfirmation confirmation) {
        var command = new GiveConsent.Command(id, confirmation.code());
        return ConsentResponse.from(queries.view(giveConsent.handle(caller, command)));
    }

    @GetMapping
    @PreAuthorize("hasAuthority('person')")
    KeysetPage<ConsentResponse> all(Caller caller, PageRequest page) {
        List<ConsentQueries.View> rows = queries.page(caller, idOf(page.after()), page.limit() + 1);
        return KeysetPage.of(rows, page.limit(), row -> row.consent().id().toString())
                .map(ConsentResponse::from);
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('person')")
    ConsentResponse one(Caller caller, @PathVariable UUID id) {
        return ConsentResponse.from(queries.mine(caller, id));
    }

    /** The bytes that are signed: canonical JSON (RFC 8785). */
    @GetMapping(path = "/{id}/document", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @PreAuthorize("hasAuthority('person')")
    byte[] document(Caller caller, @PathVariable UUID id) {
        return queries.document(caller, id);
    }

    /** Takes it back, at once and without a reason. */
    @DeleteMapping("/{id}")
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<Void> withdraw(Caller caller, @PathVariable UUID id) {
        withdrawConsent.handle(caller, new WithdrawConsent.Command(id));
        return ResponseEntity.noContent().build();
    }

    private static @Nullable UUID idOf(@Nullable String after) {
        try {
            return after == null ? null : UUID.fromString(after);
        } catch (IllegalArgumentException notOurs) {
            throw new Problem(ProblemKind.MALFORMED, "after_format");
        }
    }
}
