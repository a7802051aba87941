package okno.notification.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okno.notification.channel.ReceiptArrived;
import org.jspecify.annotations.Nullable;

/**
 * Reads a delivery status notification (RFC 3464): which of our letters it is about, and what became of it. Our letters
 * have one recipient each, so the first one reported is theirs. It needs no proof of its sender: it names a Message-ID that
 * only those know who have the letter.
 */
final class DeliveryReport {

    private static final Pattern OURS = Pattern.compile("<([0-9a-f-]{36}\\.email)@okno>");
    /** Class, subject and detail (RFC 3463); what stands behind it may name the person. */
    private static final Pattern STATUS = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}");

    private DeliveryReport() {}

    /** Empty when it is none, is about nothing of ours, or is no verdict yet. */
    static Optional<ReceiptArrived> read(MimeMessage message) throws MessagingException, IOException {
        if (!message.isMimeType("multipart/report")) {
            return Optional.empty();
        }
        var parts = new MimeMultipart(message.getDataHandler().getDataSource());
        String letter = null;
        InternetHeaders recipient = null;
        for (int i = 0; i < parts.getCount(); i++) {
            Part part = parts.getBodyPart(i);
            if (part.isMimeType("message/delivery-status")) {
                recipient = recipient(part);
            } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
                letter = letter(part);
            }
        }
        ReceiptArrived.State state = recipient == null ? null : state(first(recipient, "Action"));
        return letter == null || recipient == null || state == null
                ? Optional.empty()
                : Optional.of(new ReceiptArrived(null, letter, null, state, status(first(recipient, "Status"))));
    }

    /** Behind the fields of the message stand those of each recipient, all parted by empty lines (RFC 3464, 2.1). */
    private static InternetHeaders recipient(Part report) throws MessagingException, IOException {
        try (InputStream in = report.getInputStream()) {
            new InternetHeaders(in);
            return new InternetHeaders(in);
        }
    }

    private static @Nullable String letter(Part returned) throws MessagingException, IOException {
        try (InputStream in = returned.getInputStream()) {
            Matcher id = OURS.matcher(first(new InternetHeaders(in), "Message-ID"));
            return id.find() ? id.group(1) : null;
        }
    }

    /** Null for {@code delayed}: the relay goes on trying. */
    private static ReceiptArrived.@Nullable State state(String action) {
        return switch (action.strip().toLowerCase(Locale.ROOT)) {
            case "failed" -> ReceiptArrived.State.FAILED;
            case "delivered" -> ReceiptArrived.State.DELIVERED;
            case "relayed", "expanded" -> ReceiptArrived.State.SENT;
            default -> null;
        };
    }

    private static String status(String field) {
        Matcher status = STATUS.matcher(field);
        return status.find() ? status.group() : "no_status";
    }

    private static String first(InternetHeaders headers, String name) {
        String value = headers.getHeader(name, ",");
        return value == null ? "" : value;
    }
}
