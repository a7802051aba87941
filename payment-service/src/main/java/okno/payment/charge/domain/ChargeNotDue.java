package okno.payment.charge.domain;

import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;

/** The charge is paid or cancelled already. */
public final class ChargeNotDue extends Problem {

    public ChargeNotDue() {
        super(ProblemKind.CONFLICT, "charge_not_due");
    }
}
