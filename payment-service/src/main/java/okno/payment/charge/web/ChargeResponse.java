package okno.payment.charge.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import okno.payment.charge.ChargeQueries.ChargeView;
import okno.payment.charge.domain.ChargeStatus;
import okno.platform.core.Money;
import org.jspecify.annotations.Nullable;

/** A charge over REST; {@code title} in the caller's language. */
record ChargeResponse(
        UUID id,
        String uin,
        UUID applicationId,
        String serviceCode,
        String title,
        Money amount,
        LocalDate dueDate,
        ChargeStatus status,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime closedAt) {

    static ChargeResponse from(ChargeView charge, Locale locale) {
        return new ChargeResponse(
                charge.id(),
                charge.uin(),
                charge.applicationId(),
                charge.serviceCode(),
                charge.title(locale),
                charge.amount(),
                charge.dueDate(),
                charge.status(),
                charge.createdAt(),
                charge.closedAt());
    }
}
