package okno.payment.checkout;

import java.util.List;
import okno.payment.checkout.domain.Payment;
import okno.payment.checkout.domain.PaymentRefused.PaymentBeingOpened;
import okno.payment.checkout.domain.PaymentStatus;
import okno.payment.provider.ProviderUnavailable;
import okno.platform.core.Caller;
import org.springframework.stereotype.Service;

/**
 * Begins a payment: saves it, then opens its session at the provider with no transaction open. Asking again for the same
 * charges returns the same open payment, and opens its session if that failed before.
 */
@Service
public class StartPayment {

    private final CreatePayment createPayment;
    private final OpenSession openSession;

    StartPayment(CreatePayment createPayment, OpenSession openSession) {
        this.createPayment = createPayment;
        this.openSession = openSession;
    }

    /** Charges by UIN, at least one, all of the caller or the organisation acted for. */
    public record Command(List<String> uins, Payment.Method method, Caller caller) {}

    /**
     * The payment with its page to pay on.
     *
     * @throws ProviderUnavailable when the provider does not answer; the payment is saved, and the resolver goes on
     * @throws PaymentBeingOpened when another request is opening it at this moment
     */
    public Payment handle(Command command) {
        Payment payment = createPayment.handle(command);
        if (payment.status() != PaymentStatus.CREATED) {
            return payment;
        }
        return openSession.handle(payment).orElseThrow(PaymentBeingOpened::new);
    }
}
