package okno.payment.provider;

import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;

/** The provider gave no usable answer, so nobody knows yet what it did. */
public final class ProviderUnavailable extends Problem {

    public ProviderUnavailable() {
        super(ProblemKind.UNAVAILABLE, "provider_unavailable");
    }
}
