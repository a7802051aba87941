package okno.identity.client.web;

import jakarta.validation.constraints.NotNull;
import okno.identity.client.domain.QuotaPlan;

/** Another quota plan. */
record PlanRequest(@NotNull QuotaPlan plan) {}
