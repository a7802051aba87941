package okno.registry.extract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.platform.documents.PdfRenderer;
import okno.platform.documents.QrCodes;
import okno.registry.RegistryProperties;
import okno.registry.record.domain.RegisterRecord;
import okno.registry.record.domain.RegisterRecord.LegalEntity;
import okno.registry.record.domain.RegisterRecord.SoleTrader;
import org.springframework.stereotype.Component;

/** Draws a short extract as PDF/A: public facts, the document id, and a QR code that leads to its verification. */
@Component
class ExtractDocument {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private final PdfRenderer renderer;
    private final RegistryProperties properties;

    ExtractDocument(PdfRenderer renderer, RegistryProperties properties) {
        this.renderer = renderer;
        this.properties = properties;
    }

    /** The bytes of the PDF. */
    byte[] draw(UUID id, RegisterRecord found, Instant now) {
        String link = properties.publicUrl() + "/api/v1/extracts/verification/" + id;
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("title", title(found));
        model.put("documentId", id.toString());
        model.put("issuedAt", MOMENT.format(now.atZone(MOSCOW)));
        model.put("facts", facts(found));
        model.put("link", link);
        model.put("qr", Base64.getEncoder().encodeToString(QrCodes.png(link, 240)));
        return renderer.render("templates/extract-short.html", model);
    }

    private static String title(RegisterRecord found) {
        return switch (found) {
            case LegalEntity company -> "Выписка из Единого государственного реестра юридических лиц";
            case SoleTrader trader -> "Выписка из Единого государственного реестра индивидуальных предпринимателей";
        };
    }

    private static List<Map<String, String>> facts(RegisterRecord found) {
        return switch (found) {
            case LegalEntity company ->
                List.of(
                        fact("Полное наименование", company.fullName()),
                        fact("Сокращённое наименование", company.shortName()),
                        fact("ОГРН", company.ogrn()),
                        fact("Дата регистрации", day(company.registeredOn())),
                        fact("ИНН / КПП", company.inn() + " / " + company.kpp()),
                        fact("Состояние", status(company)),
                        fact("Регион", company.region()),
                        fact("Основной вид деятельности (ОКВЭД)", company.okvedMain()),
                        fact(
                                "Уставный капитал, руб.",
                                "%d,%02d".formatted(company.capitalKopecks() / 100, company.capitalKopecks() % 100)),
                        fact(
                                "Лицо, имеющее право действовать без доверенности",
                                company.head().name().full() + ", "
                                        + company.head().position()),
                        fact("Последняя запись (ГРН)", company.entryNumber()));
            case SoleTrader trader ->
                List.of(
                        fact("Фамилия, имя, отчество", trader.name().full()),
                        fact("ОГРНИП", trader.ogrnip()),
                        fact("Дата регистрации", day(trader.registeredOn())),
                        fact("ИНН", trader.inn()),
                        fact("Состояние", status(trader)),
                        fact("Регион", trader.region()),
                        fact("Основной вид деятельности (ОКВЭД)", trader.okvedMain()),
                        fact("Последняя запись (ГРНИП)", trader.entryNumber()));
        };
    }

    private static Map<String, String> fact(String label, String value) {
        return Map.of("label", label, "value", value);
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String status(RegisterRecord found) {
        return switch (found.status()) {
            case ACTIVE -> "Действует";
            case LIQUIDATING -> "Находится в процессе ликвидации";
            case LIQUIDATED -> "Прекращена деятельность";
        };
    }
}
