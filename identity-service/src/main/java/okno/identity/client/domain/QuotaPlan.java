package okno.identity.client.domain;

/**
 * How much a client application may call. STANDARD is the quota of the portal's published API, 2,000 requests a minute.
 */
public enum QuotaPlan {
    BASIC(10, 50_000),
    STANDARD(34, 500_000),
    LARGE(200, 5_000_000);

    private final long perSecond;
    private final long perDay;

    QuotaPlan(long perSecond, long perDay) {
        this.perSecond = perSecond;
        this.perDay = perDay;
    }

    public long perSecond() {
        return perSecond;
    }

    public long perDay() {
        return perDay;
    }
}
