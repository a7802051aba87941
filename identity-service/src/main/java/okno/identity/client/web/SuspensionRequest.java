package okno.identity.client.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Why a client is taken out; its owner reads it. */
record SuspensionRequest(@NotNull @Size(min = 3, max = 1000) String reason) {}
