package okno.application.catalogue.domain;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;

/** What people read for a status when the service has no words of its own. */
final class StatusTitles {

    private static final Map<String, Texts> COMMON = Map.ofEntries(
            entry("DRAFT", new Texts("Черновик", "Draft")),
            entry("AWAITING_PAYMENT", new Texts("Ожидает оплаты госпошлины", "Awaiting payment of the duty")),
            entry("SUBMITTED", new Texts("Отправлено в ведомство", "Sent to the agency")),
            entry("RECEIVED", new Texts("Принято", "Received by the agency")),
            entry("IN_REVIEW", new Texts("На проверке", "Under review")),
            entry(
                    "INFO_REQUESTED",
                    new Texts("Ожидание дополнительной информации", "Additional information requested")),
            entry("CORRECTION_REQUIRED", new Texts("Заявление требует исправления", "Correction required")),
            entry("APPROVED", new Texts("Одобрено", "Approved")),
            entry("REJECTED", new Texts("Отказано в предоставлении услуги", "Service refused")),
            entry("COMPLETED", new Texts("Услуга оказана", "Service provided")),
            entry("WITHDRAWN", new Texts("Отозвано заявителем", "Withdrawn by the applicant")),
            entry("CANCELLED", new Texts("Отменено", "Cancelled")));

    private StatusTitles() {}

    static String of(String status, Locale locale) {
        Texts title = COMMON.get(status);
        return title == null ? status : title.in(locale);
    }
}
