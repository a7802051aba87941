package okno.application.feedback.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import okno.application.feedback.FeedbackQueries;
import okno.application.feedback.GiveFeedback;
import okno.platform.core.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@PreAuthorize("denyAll()")
class FeedbackController {

    private final GiveFeedback giveFeedback;
    private final FeedbackQueries queries;

    FeedbackController(GiveFeedback giveFeedback, FeedbackQueries queries) {
        this.giveFeedback = giveFeedback;
        this.queries = queries;
    }

    /** {@code rating}: 1 to 5; {@code shownToAgency}: it may read the words and know which application it is. */
    record FeedbackRequest(
            @NotNull @Min(1) @Max(5) Integer rating,
            @Nullable @Size(max = 2000) String text,
            @Nullable Boolean shownToAgency) {}

    record RatedServices(List<FeedbackQueries.Rated> items) {}

    /** Once, when the application is over. */
    @PostMapping("/applications/{id}/feedback")
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<FeedbackRequest> give(
            Caller caller, @PathVariable UUID id, @Valid @RequestBody FeedbackRequest request) {
        giveFeedback.handle(new GiveFeedback.Command(
                caller, id, request.rating(), request.text(), Boolean.TRUE.equals(request.shownToAgency())));
        return ResponseEntity.status(201).body(request);
    }

    /** How the agency's services are rated, within the region of the token. */
    @GetMapping("/agency/feedback")
    @PreAuthorize("hasAnyAuthority('officer', 'client')")
    RatedServices rated(Caller caller) {
        return new RatedServices(queries.rated(caller));
    }
}
