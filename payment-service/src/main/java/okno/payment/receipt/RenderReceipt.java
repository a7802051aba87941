package okno.payment.receipt;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import okno.payment.Payer;
import okno.payment.checkout.PaymentQueries;
import okno.payment.checkout.PaymentQueries.PaymentView;
import okno.payment.checkout.domain.PaymentStatus;
import okno.platform.core.Money;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.documents.PdfRenderer;
import okno.platform.documents.QrCodes;
import okno.platform.web.Language;
import org.springframework.stereotype.Service;

/** Draws the receipt of a payment whose money was taken. It names charges and sums, never the payer. */
@Service
public class RenderReceipt {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");
    private static final int QR_PIXELS = 240;

    private final PdfRenderer renderer = new PdfRenderer();
    private final PaymentQueries payments;

    RenderReceipt(PaymentQueries payments) {
        this.payments = payments;
    }

    /** One payment of this payer. */
    public record Command(UUID paymentId, Payer payer, Language language) {}

    /**
     * The PDF.
     *
     * @throws Problem not found when it is not the payer's; {@code payment_not_captured} while no money was taken
     */
    public byte[] handle(Command command) {
        PaymentView payment = payments.get(command.paymentId(), command.payer());
        if (payment.status() != PaymentStatus.SUCCEEDED) {
            throw new Problem(ProblemKind.CONFLICT, "payment_not_captured");
        }
        Language language = command.language();
        List<Map<String, String>> charges = payment.lines().stream()
                .map(line -> Map.of(
                        "title", language == Language.EN ? line.titleEn() : line.titleRu(),
                        "uin", line.uin(),
                        "amount", text(line.amount(), language)))
                .toList();
        return renderer.render(
                "receipt/receipt_" + language.tag() + ".html",
                Map.of(
                        "id", payment.id().toString(),
                        "providerId", Objects.requireNonNullElse(payment.providerPaymentId(), "-"),
                        "paidAt", time(Objects.requireNonNullElse(payment.finishedAt(), payment.createdAt())),
                        "charges", charges,
                        "total", text(payment.amount(), language),
                        "qr", qr(payment)));
    }

    /** What the receipt says, for a machine to read; not a payment code, so that nobody pays twice by scanning it. */
    private static String qr(PaymentView payment) {
        var text = new StringBuilder("OKNO-RECEIPT;" + payment.id());
        payment.lines().forEach(line -> text.append(";UIN=")
                .append(line.uin())
                .append(";Sum=")
                .append(line.amount().amount()));
        return Base64.getEncoder().encodeToString(QrCodes.png(text.toString(), QR_PIXELS));
    }

    private static String time(OffsetDateTime time) {
        return TIME.format(time.atZoneSameInstant(MOSCOW));
    }

    private static String text(Money money, Language language) {
        long whole = money.amount() / 100;
        long part = money.amount() % 100;
        return language == Language.EN
                ? "%s %d.%02d".formatted(money.currency(), whole, part)
                : "%d,%02d %s".formatted(whole, part, money.currency().equals("RUB") ? "руб." : money.currency());
    }
}
