package okno.webhook.delivery.engine;

import okno.webhook.delivery.domain.Breaker;
import okno.webhook.delivery.domain.Outcome;
import okno.webhook.delivery.persistence.Results.AttemptResult;
import okno.webhook.endpoint.domain.DisabledReason;
import org.jspecify.annotations.Nullable;

/**
 * A result on its way to the database.
 *
 * @param breaker the endpoint's, when this result changed it; null otherwise
 * @param recovered true when the endpoint works again with this result
 * @param disable why the endpoint is to be disabled; null when it is not
 */
record Settled(
        Line line,
        AttemptResult result,
        @Nullable Breaker breaker,
        boolean recovered,
        @Nullable DisabledReason disable) {

    /** True when the row is still in the window and will be sent from there. */
    boolean keepsItsPlace() {
        return result.outcome() instanceof Outcome.WaitsForEndpoint;
    }
}
