package okno.identity.anomaly.domain;

import java.util.UUID;

/** A rule found an attempt to log in unlike its person. */
public record Finding(UUID logIn, UUID personId, Rule rule, Action action) {}
