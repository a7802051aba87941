package okno.payment.checkout.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import okno.payment.checkout.PaymentQueries.PaymentView;
import okno.payment.checkout.domain.PaymentStatus;
import okno.platform.core.Money;
import org.jspecify.annotations.Nullable;

/** A payment over REST. */
record PaymentResponse(
        UUID id,
        PaymentStatus status,
        String method,
        Money amount,
        List<PaidCharge> charges,
        @Nullable NextAction nextAction,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime finishedAt) {

    /** What the person must do next. */
    record NextAction(Type type, String url) {
        enum Type {
            REDIRECT
        }
    }

    /** A charge of the payment, by UIN. */
    record PaidCharge(String uin, Money amount) {}

    static PaymentResponse from(PaymentView payment) {
        return new PaymentResponse(
                payment.id(),
                payment.status(),
                payment.method(),
                payment.amount(),
                payment.lines().stream()
                        .map(line -> new PaidCharge(line.uin(), line.amount()))
                        .toList(),
                nextAction(payment),
                payment.createdAt(),
                payment.finishedAt());
    }

    private static @Nullable NextAction nextAction(PaymentView payment) {
        String page = payment.pageUrl();
        return payment.status() == PaymentStatus.PENDING && page != null
                ? new NextAction(NextAction.Type.REDIRECT, page)
                : null;
    }
}
