package okno.payment.charge.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import okno.payment.charge.ChargeQueries.ChargeView;
import okno.payment.charge.ChargeQueries.RefundView;
import okno.payment.charge.domain.ChargeStatus;
import okno.platform.core.Money;
import okno.platform.web.Language;
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
        @Nullable OffsetDateTime closedAt,
        @Nullable RefundView refund) {

    static ChargeResponse from(ChargeView charge, Language language) {
        return new ChargeResponse(
                charge.id(),
                charge.uin(),
                charge.applicationId(),
                charge.serviceCode(),
                language == Language.EN ? charge.titleEn() : charge.titleRu(),
                charge.amount(),
                charge.dueDate(),
                charge.status(),
                charge.createdAt(),
                charge.closedAt(),
                charge.refund());
    }
}
