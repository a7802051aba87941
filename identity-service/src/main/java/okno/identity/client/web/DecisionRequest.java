package okno.identity.client.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import okno.identity.client.domain.QuotaPlan;
import org.jspecify.annotations.Nullable;

/**
 * An administrator's decision.
 *
 * @param reason what the owner reads; required for a refusal
 * @param plan another plan than the one asked for
 */
record DecisionRequest(
        @NotNull Boolean approved,
        @Nullable @Size(min = 3, max = 1000) String reason,
        @Nullable QuotaPlan plan) {}
