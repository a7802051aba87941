package okno.identity.anomaly.domain;

import java.time.Instant;
import java.util.UUID;

/** A finding as its person sees it. */
public record Found(UUID id, Rule rule, Action action, Instant happenedAt) {}
