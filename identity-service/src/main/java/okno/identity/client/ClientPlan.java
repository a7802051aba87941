package okno.identity.client;

/** The quota of one client: requests a second and a day. */
public record ClientPlan(String clientId, long perSecond, long perDay) {}
