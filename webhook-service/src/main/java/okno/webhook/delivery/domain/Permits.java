package okno.webhook.delivery.domain;

/**
 * How many attempts this process makes at a time, and how many of them to endpoints that are slow or do not work: those
 * keep a permit for long, and must not end up with all of them. Not thread-safe.
 */
public final class Permits {

    private final int total;
    private final int slowTotal;
    private int taken;
    private int slowTaken;

    /** @param slowShare of the total that slow endpoints may hold together */
    public Permits(int total, double slowShare) {
        this.total = total;
        this.slowTotal = Math.max(1, (int) (total * slowShare));
    }

    public boolean any() {
        return taken < total;
    }

    public boolean any(boolean slow) {
        return taken < total && (!slow || slowTaken < slowTotal);
    }

    public void take(boolean slow) {
        taken++;
        if (slow) {
            slowTaken++;
        }
    }

    public void give(boolean slow) {
        taken--;
        if (slow) {
            slowTaken--;
        }
    }

    /** An endpoint with attempts in flight turned out to be slow, or no longer is. */
    public void move(int attempts, boolean toSlow) {
        slowTaken += toSlow ? attempts : -attempts;
    }

    public int taken() {
        return taken;
    }

    /** Share of the permits in use that slow endpoints hold. */
    public double slowShare() {
        return taken == 0 ? 0 : (double) slowTaken / taken;
    }
}
