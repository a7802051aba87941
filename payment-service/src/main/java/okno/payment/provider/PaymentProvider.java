package okno.payment.provider;

import java.util.Optional;
import okno.platform.core.Port;

/** An acquirer: shows the person a page, takes the money there, tells what came of it. Never called in a transaction. */
@Port
public interface PaymentProvider {

    /** Short name, part of the ledger account and of the callback path, such as {@code sandbox}. */
    String code();

    /**
     * Opens the session of a payment. Repeating it with the same payment id gives the same session, so it may be repeated
     * whenever the answer was lost.
     *
     * @throws ProviderUnavailable when there is no answer or not a usable one; the session may exist nevertheless
     */
    ProviderSession open(SessionRequest request);

    /**
     * What became of a session; empty when the provider does not know it.
     *
     * @throws ProviderUnavailable when there is no usable answer
     */
    Optional<ProviderSession> find(String sessionId);
}
