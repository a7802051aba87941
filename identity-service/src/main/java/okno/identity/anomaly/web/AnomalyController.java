package okno.identity.anomaly.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import okno.identity.anomaly.AnomalyQueries;
import okno.identity.anomaly.domain.Action;
import okno.identity.anomaly.domain.Rule;
import okno.platform.core.Caller;
import okno.platform.web.KeysetPage;
import okno.platform.web.Language;
import okno.platform.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Log-ins of the caller's that were unlike them. */
@RestController
@RequestMapping("/api/v1/me/anomalies")
@PreAuthorize("denyAll()")
class AnomalyController {

    private final AnomalyQueries queries;
    private final Texts texts;

    AnomalyController(AnomalyQueries queries, Texts texts) {
        this.queries = queries;
        this.texts = texts;
    }

    /** The last hundred on one page. */
    @GetMapping
    @PreAuthorize("hasAuthority('person')")
    KeysetPage<AnomalyResponse> anomalies(Caller caller, HttpServletRequest request) {
        Language language = Language.of(request);
        return new KeysetPage<>(
                queries.of(caller).stream()
                        .map(found -> new AnomalyResponse(
                                found.id(),
                                found.rule(),
                                found.action(),
                                found.happenedAt(),
                                text("anomaly_" + found.rule(), language),
                                text("anomaly_action_" + found.action(), language)))
                        .toList(),
                null);
    }

    private @Nullable String text(String key, Language language) {
        return texts.find(language, key.toLowerCase(Locale.ROOT), List.of());
    }

    /**
     * A finding.
     *
     * @param text what was found, in the caller's language
     * @param actionText what was done about it
     */
    record AnomalyResponse(
            UUID id,
            Rule rule,
            Action action,
            Instant happenedAt,
            @Nullable String text,
            @Nullable String actionText) {}
}
