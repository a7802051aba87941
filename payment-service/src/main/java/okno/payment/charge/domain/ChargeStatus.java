package okno.payment.charge.domain;

/** Life of a charge: due until it is paid in full or cancelled, both final. */
public enum ChargeStatus {
    DUE,
    PAID,
    CANCELLED;

    public boolean canBecome(ChargeStatus next) {
        return this == DUE && next != DUE;
    }
}
