package okno.payment.checkout;

import java.time.Clock;
import java.time.Instant;
import okno.payment.checkout.domain.Payment;
import okno.payment.checkout.domain.PaymentStatus;
import okno.payment.checkout.persistence.Payments;
import okno.payment.provider.PaymentProvider;
import okno.payment.provider.ProviderSession;
import okno.platform.core.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Finishes what callbacks did not: asks the provider about every payment that stays open, and opens the session of one
 * that was saved when the provider was down. A lost callback is so never a lost payment.
 */
@Service
public class ResolvePayments {

    private static final Logger LOG = LoggerFactory.getLogger(ResolvePayments.class);
    private static final int BATCH = 10;

    private final Payments payments;
    private final OpenSession openSession;
    private final ApplyProviderResult applyProviderResult;
    private final PaymentProvider provider;
    private final CheckoutProperties properties;
    private final Clock clock;

    ResolvePayments(
            Payments payments,
            OpenSession openSession,
            ApplyProviderResult applyProviderResult,
            PaymentProvider provider,
            CheckoutProperties properties,
            Clock clock) {
        this.payments = payments;
        this.openSession = openSession;
        this.applyProviderResult = applyProviderResult;
        this.provider = provider;
        this.properties = properties;
        this.clock = clock;
    }

    /** Looks at the payments whose time has come; several instances share them out by claims. */
    @Scheduled(fixedDelayString = "${okno.payment.checkout.poll}")
    public void handle() {
        for (Payment payment : payments.claimUnresolved(clock.instant(), properties, BATCH)) {
            try {
                resolve(payment);
            } catch (Problem e) {
                // Tried again at its next time, later and later; the payment stays as honest as it is.
                LOG.warn("Payment {} stays {}: {}", payment.id(), payment.status(), e.code());
            } finally {
                payments.release(payment.id());
            }
        }
    }

    private void resolve(Payment payment) {
        String sessionId = payment.sessionId();
        if (sessionId == null) {
            openSession.openClaimed(payment);
            return;
        }
        provider.find(sessionId).ifPresentOrElse(session -> apply(payment, session), () -> abandon(payment, sessionId));
    }

    private void apply(Payment payment, ProviderSession session) {
        PaymentStatus verdict =
                switch (session.status()) {
                    case CREATED -> PaymentStatus.PENDING;
                    case SUCCEEDED -> PaymentStatus.SUCCEEDED;
                    case DECLINED -> PaymentStatus.DECLINED;
                    case EXPIRED -> PaymentStatus.EXPIRED;
                };
        if (verdict != PaymentStatus.PENDING) {
            applyProviderResult.handle(new ApplyProviderResult.Command(
                    payment.id(), null, verdict, session.sessionId(), session.amount(), session.providerPaymentId()));
        }
    }

    private void abandon(Payment payment, String sessionId) {
        Instant givenUp = payment.createdAt().plus(properties.abandonAfter());
        if (clock.instant().isAfter(givenUp)) {
            applyProviderResult.handle(
                    new ApplyProviderResult.Command(payment.id(), null, PaymentStatus.EXPIRED, sessionId, null, null));
        }
    }
}
