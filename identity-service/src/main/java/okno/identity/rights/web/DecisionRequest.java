package okno.identity.rights.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import okno.identity.rights.DecideRequest;
import okno.identity.rights.domain.Ruling;

/**
 * A decision.
 *
 * @param ground LAWFUL when granted, any other when refused
 * @param comment what the person is told
 */
record DecisionRequest(
        @NotNull Boolean granted,
        @NotNull Ruling.Ground ground,
        @NotNull @Size(min = 3, max = 1000) String comment) {

    DecideRequest.Command command(UUID requestId) {
        return new DecideRequest.Command(requestId, granted, ground, comment);
    }
}
