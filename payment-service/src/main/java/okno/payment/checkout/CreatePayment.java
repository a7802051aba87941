package okno.payment.checkout;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import okno.payment.Payer;
import okno.payment.charge.HoldCharges;
import okno.payment.checkout.domain.Payment;
import okno.payment.checkout.domain.PaymentRefused.ChargeHasOpenPayment;
import okno.payment.checkout.persistence.Payments;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Ids;
import okno.platform.security.StepUp;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saves a payment for charges that are due, or finds the open one for exactly these charges. */
@Service
public class CreatePayment {

    private final HoldCharges holdCharges;
    private final Payments payments;
    private final Audit audit;
    private final CheckoutProperties properties;
    private final StepUp stepUp;
    private final Clock clock;

    CreatePayment(
            HoldCharges holdCharges,
            Payments payments,
            Audit audit,
            CheckoutProperties properties,
            StepUp stepUp,
            Clock clock) {
        this.holdCharges = holdCharges;
        this.payments = payments;
        this.audit = audit;
        this.properties = properties;
        this.stepUp = stepUp;
        this.clock = clock;
    }

    /**
     * The charges stay locked to the commit, so of many callers at once one saves and the others find its payment.
     *
     * @throws okno.platform.core.Problem {@code second_factor_required} for a sum that takes one
     */
    @Transactional
    public Payment handle(StartPayment.Command command) {
        Caller caller = command.caller();
        List<HoldCharges.Held> held = holdCharges.handle(new HoldCharges.Command(command.uins(), Payer.of(caller)));
        long total = held.stream().mapToLong(charge -> charge.amount().amount()).sum();
        if (total >= properties.secondFactorFrom()) {
            stepUp.require(caller);
        }
        Set<UUID> chargeIds = new HashSet<>();
        held.forEach(charge -> chargeIds.add(charge.chargeId()));
        return openPayment(chargeIds).orElseGet(() -> {
            var lines = held.stream()
                    .map(charge -> new Payment.Line(charge.chargeId(), charge.amount()))
                    .toList();
            Payment payment = Payment.of(Ids.next(), Payer.of(caller), command.method(), lines, clock.instant());
            payments.insert(payment, payment.createdAt().plus(properties.firstCheck()));
            audit.record(
                    caller,
                    AuditRecord.done("payment.created", "payment", payment.id(), caller.onBehalfOf(), "161-FZ"));
            return payment;
        });
    }

    private Optional<Payment> openPayment(Set<UUID> chargeIds) {
        List<UUID> open = payments.openFor(chargeIds);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Payment payment = payments.get(open.getFirst());
        Set<UUID> paid = new HashSet<>();
        payment.lines().forEach(line -> paid.add(line.chargeId()));
        if (open.size() > 1 || !paid.equals(chargeIds)) {
            throw new ChargeHasOpenPayment();
        }
        return Optional.of(payment);
    }
}
