package okno.payment.checkout;

import java.time.Clock;
import java.util.Optional;
import okno.payment.checkout.domain.Payment;
import okno.payment.checkout.domain.PaymentStatus;
import okno.payment.checkout.persistence.Payments;
import okno.payment.provider.PaymentProvider;
import okno.payment.provider.ProviderSession;
import okno.payment.provider.ProviderUnavailable;
import okno.payment.provider.SessionRequest;
import org.springframework.stereotype.Service;

/** Opens the provider's session of a saved payment; one caller at a time, others are told to wait. */
@Service
class OpenSession {

    private final Payments payments;
    private final PaymentProvider provider;
    private final CheckoutProperties properties;
    private final Clock clock;

    OpenSession(Payments payments, PaymentProvider provider, CheckoutProperties properties, Clock clock) {
        this.payments = payments;
        this.provider = provider;
        this.properties = properties;
        this.clock = clock;
    }

    /** The payment as it is afterwards; empty when another caller is opening it. */
    Optional<Payment> handle(Payment payment) {
        if (payments.claim(payment.id(), clock.instant(), properties.claim())) {
            return Optional.of(openClaimed(payment));
        }
        return Optional.of(payments.get(payment.id())).filter(now -> now.status() != PaymentStatus.CREATED);
    }

    /** The same for a payment that the caller has claimed. */
    Payment openClaimed(Payment payment) {
        try {
            ProviderSession session =
                    provider.open(new SessionRequest(payment.id(), payment.amount(), "Okno " + payment.id()));
            // Nothing happens here when a fast callback has finished the payment already.
            payments.sessionOpened(payment.id(), session.sessionId(), session.pageUrl());
            return payments.get(payment.id());
        } catch (ProviderUnavailable e) {
            payments.release(payment.id());
            throw e;
        }
    }
}
