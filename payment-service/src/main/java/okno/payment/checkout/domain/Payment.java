package okno.payment.checkout.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import okno.payment.Payer;
import okno.platform.core.Money;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to pay one or more charges with one sum.
 *
 * @param sessionId the provider's session, once known
 * @param pageUrl where the person pays, once known
 * @param providerPaymentId the provider's number of the payment, when it told one
 * @param finishedAt when the provider's verdict arrived
 */
public record Payment(
        UUID id,
        Payer payer,
        Method method,
        Money amount,
        List<Line> lines,
        PaymentStatus status,
        @Nullable String sessionId,
        @Nullable String pageUrl,
        @Nullable String providerPaymentId,
        long version,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    public Payment {
        lines = List.copyOf(lines);
    }

    /** How it is paid. */
    public enum Method {
        CARD
    }

    /** A charge and what is paid for it. */
    public record Line(UUID chargeId, Money amount) {}

    /** A new payment of all these charges. */
    public static Payment of(UUID id, Payer payer, Method method, List<Line> lines, Instant now) {
        Money amount = lines.stream().map(Line::amount).reduce(Money::plus).orElseThrow();
        return new Payment(id, payer, method, amount, lines, PaymentStatus.CREATED, null, null, null, 1, now, null);
    }

    public Payment with(List<Line> itsLines) {
        return new Payment(
                id,
                payer,
                method,
                amount,
                itsLines,
                status,
                sessionId,
                pageUrl,
                providerPaymentId,
                version,
                createdAt,
                finishedAt);
    }

    /** The payment after the provider's verdict; the caller has checked that it may become so. */
    public Payment finished(PaymentStatus verdict, String session, @Nullable String providerPayment, Instant now) {
        if (!status.canBecome(verdict)) {
            throw new IllegalStateException(status + " cannot become " + verdict);
        }
        return new Payment(
                id,
                payer,
                method,
                amount,
                lines,
                verdict,
                session,
                pageUrl,
                providerPayment == null ? providerPaymentId : providerPayment,
                version + 1,
                createdAt,
                now);
    }
}
