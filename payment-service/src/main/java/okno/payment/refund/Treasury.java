package okno.payment.refund;

import okno.platform.core.Caller;
import okno.platform.core.Problem;

/** Who pays refunds out (Tax Code art. 333.40 p. 3): the client whose agency is the treasury. For others there are none. */
final class Treasury {

    private static final String AGENCY = "treasury";

    private Treasury() {}

    static void require(Caller caller) {
        if (!AGENCY.equals(caller.agency())) {
            throw Problem.notFound();
        }
    }
}
