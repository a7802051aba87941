package okno.payment.checkout;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import okno.payment.charge.SettleCharge;
import okno.payment.checkout.domain.Payment;
import okno.payment.checkout.domain.PaymentRefused.VerdictDiffers;
import okno.payment.checkout.domain.PaymentStatus;
import okno.payment.checkout.persistence.Payments;
import okno.payment.ledger.PostCapture;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Money;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the provider's verdict on a payment, from a callback or from asking: the payment, its charges, the ledger and the
 * events change in one transaction. Verdicts may come twice, late and in any order.
 */
@Service
public class ApplyProviderResult {

    private static final Logger LOG = LoggerFactory.getLogger(ApplyProviderResult.class);
    private static final String PROVIDER = "sandbox";

    private final Payments payments;
    private final SettleCharge settleCharge;
    private final PostCapture postCapture;
    private final Audit audit;
    private final Clock clock;

    ApplyProviderResult(
            Payments payments, SettleCharge settleCharge, PostCapture postCapture, Audit audit, Clock clock) {
        this.payments = payments;
        this.settleCharge = settleCharge;
        this.postCapture = postCapture;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A verdict that is proved to be the provider's.
     *
     * @param eventId id of the callback, remembered with its effect; null when the verdict was asked for
     * @param amount what was taken; null for an expiry
     */
    public record Command(
            UUID paymentId,
            @Nullable String eventId,
            PaymentStatus verdict,
            String sessionId,
            @Nullable Money amount,
            @Nullable String providerPaymentId) {}

    /**
     * Does nothing when the callback was seen before or the payment cannot become so any more.
     *
     * @throws Problem not found when the payment is not ours
     * @throws VerdictDiffers when session or sum are not those of the payment
     */
    @Transactional
    public void handle(Command command) {
        Payment payment = payments.lock(command.paymentId()).orElseThrow(Problem::notFound);
        requireSame(payment, command);
        Instant now = clock.instant();
        if (command.eventId() != null
                && !payments.rememberCallback(
                        command.eventId(), payment.id(), command.verdict().name(), now)) {
            return;
        }
        if (!payment.status().canBecome(command.verdict())) {
            LOG.info("Verdict {} on a payment that is {} changes nothing", command.verdict(), payment.status());
            return;
        }
        Payment finished = payment.finished(command.verdict(), command.sessionId(), command.providerPaymentId(), now);
        if (finished.status() == PaymentStatus.SUCCEEDED) {
            capture(finished, now);
        }
        payments.finish(finished);
        audit.record(
                "payment-service",
                AuditRecord.done(
                        "payment." + finished.status().name().toLowerCase(Locale.ROOT),
                        "payment",
                        finished.id(),
                        finished.payer().personId(),
                        "161-FZ"));
    }

    private static void requireSame(Payment payment, Command command) {
        boolean otherSession =
                payment.sessionId() != null && !payment.sessionId().equals(command.sessionId());
        boolean otherSum = command.verdict() == PaymentStatus.SUCCEEDED
                && !payment.amount().equals(command.amount());
        if (otherSession || otherSum) {
            throw new VerdictDiffers();
        }
    }

    private void capture(Payment payment, Instant now) {
        List<PostCapture.Part> parts = new ArrayList<>();
        for (Payment.Line line : payment.lines()) {
            boolean applied = settleCharge.handle(new SettleCharge.Command(line.chargeId(), payment.id(), now));
            payments.applied(payment.id(), line.chargeId(), applied);
            parts.add(new PostCapture.Part(line.chargeId(), line.amount(), applied));
        }
        postCapture.handle(new PostCapture.Command(payment.id(), PROVIDER, parts, now));
    }
}
