package okno.payment.reconciliation;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import okno.payment.checkout.PaymentQueries;
import okno.payment.checkout.PaymentQueries.PaymentView;
import okno.payment.checkout.domain.PaymentStatus;
import okno.payment.ledger.LedgerQueries;
import okno.payment.provider.PaymentProvider;
import okno.payment.provider.ProviderSession;
import okno.platform.core.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Compares payment by payment what we booked with what the provider says; it changes nothing and says all differences. */
@Service
public class CompareWithProvider {

    private final PaymentQueries payments;
    private final LedgerQueries ledger;
    private final PaymentProvider provider;

    CompareWithProvider(PaymentQueries payments, LedgerQueries ledger, PaymentProvider provider) {
        this.payments = payments;
        this.ledger = ledger;
        this.provider = provider;
    }

    /** Payments created in this time, a page of them. */
    public record Command(
            OffsetDateTime from,
            OffsetDateTime to,
            @Nullable UUID after,
            int limit) {}

    /** @param next where to go on; null when all were compared */
    public record Report(
            int compared,
            List<Difference> differences,
            List<LedgerQueries.Balance> balances,
            @Nullable UUID next) {}

    /**
     * A payment about which the two disagree.
     *
     * @param booked what our ledger holds as captured; zero when nothing
     * @param taken what the provider says it took; zero when nothing
     */
    public record Difference(UUID paymentId, Kind kind, PaymentStatus status, Money booked, Money taken) {}

    /** How they disagree. */
    public enum Kind {
        /** The provider took money that is not booked here. */
        NOT_BOOKED,
        /** Booked here, but the provider took nothing. */
        NOT_TAKEN,
        /** Both know it, with different sums. */
        AMOUNT_DIFFERS,
        /** The provider does not know the session. */
        UNKNOWN_TO_PROVIDER
    }

    public Report handle(Command command) {
        List<PaymentView> found = payments.walk(command.from(), command.to(), command.after(), command.limit());
        boolean more = found.size() > command.limit();
        List<PaymentView> page = more ? found.subList(0, command.limit()) : found;
        List<Difference> differences = new ArrayList<>();
        for (PaymentView payment : page) {
            Difference difference = compare(payment);
            if (difference != null) {
                differences.add(difference);
            }
        }
        return new Report(
                page.size(),
                differences,
                ledger.balances(),
                more ? page.getLast().id() : null);
    }

    private @Nullable Difference compare(PaymentView payment) {
        String sessionId = payment.sessionId();
        if (sessionId == null) {
            return null;
        }
        String currency = payment.amount().currency();
        var booked = new Money(ledger.captured(payment.id()), currency);
        var session = provider.find(sessionId);
        if (session.isEmpty()) {
            return new Difference(
                    payment.id(), Kind.UNKNOWN_TO_PROVIDER, payment.status(), booked, new Money(0, currency));
        }
        Money taken = taken(session.get(), payment.amount());
        if (taken.equals(booked)) {
            return null;
        }
        return new Difference(payment.id(), kind(booked, taken), payment.status(), booked, taken);
    }

    private static Kind kind(Money booked, Money taken) {
        if (booked.amount() == 0) {
            return Kind.NOT_BOOKED;
        }
        return taken.amount() == 0 ? Kind.NOT_TAKEN : Kind.AMOUNT_DIFFERS;
    }

    private static Money taken(ProviderSession session, Money asked) {
        if (session.status() != ProviderSession.Status.SUCCEEDED) {
            return new Money(0, asked.currency());
        }
        return session.amount() == null ? asked : session.amount();
    }
}
