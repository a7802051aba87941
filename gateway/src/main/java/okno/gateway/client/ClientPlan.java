package okno.gateway.client;

/** The quota of a registered client: requests a second and a day. */
public record ClientPlan(String clientId, long perSecond, long perDay) {}
