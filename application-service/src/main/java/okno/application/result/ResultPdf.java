package okno.application.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okno.application.catalogue.FormWords;
import okno.application.catalogue.domain.Texts;
import okno.application.result.domain.Sheet;
import okno.platform.documents.PdfRenderer;
import okno.platform.documents.QrCodes;
import org.springframework.stereotype.Component;

/** Draws a document as PDF/A-2b by one of the layouts in {@code resources/result}: a page for each language. */
@Component
class ResultPdf {

    private static final int QR_PIXELS = 300;
    private static final Map<String, Texts> WORDS = Map.of(
            "numberWord", new Texts("№", "No."),
            "dayWord", new Texts("от", "of"),
            "applicationWord", new Texts("По заявлению", "Application"),
            "validWord", new Texts("Действует по", "Valid until"),
            "verifyWord", new Texts("Проверить подлинность", "Verify this document"),
            "verifyHint",
                    new Texts(
                            "Наведите камеру на код или откройте ссылку. Там видно, подлинный ли это документ и действует ли"
                                    + " он; по файлу — не изменён ли он.",
                            "Point a camera at the code or open the link: it tells whether the document is genuine and still"
                                    + " good and, by the file, whether it was changed."),
            "idWord", new Texts("Идентификатор документа", "Document id"));
    private static final String TRANSLATION = "Translation. The Russian text on the first page is decisive.";

    private final PdfRenderer renderer;

    ResultPdf(PdfRenderer renderer) {
        this.renderer = renderer;
    }

    byte[] draw(Sheet sheet) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("documentTitle", sheet.title().ru() + " " + sheet.number());
        model.put("language", "ru");
        model.put("qr", QrCodes.dataUri(sheet.link(), QR_PIXELS));
        model.put("pages", sheet.pages().stream().map(page -> page(sheet, page)).toList());
        return renderer.render("result/" + sheet.layout() + ".html", model);
    }

    private static Map<String, Object> page(Sheet sheet, Sheet.Page page) {
        Locale language = page.language();
        Map<String, Object> model = new LinkedHashMap<>();
        WORDS.forEach((name, words) -> model.put(name, words.in(language)));
        model.put("pageLanguage", language.getLanguage());
        model.put("agency", sheet.source().agencyTitle().in(language));
        model.put("service", sheet.source().serviceTitle().in(language));
        model.put("title", sheet.title().in(language));
        model.put("number", sheet.number());
        model.put("issuedOn", FormWords.day(sheet.issuedOn(), language));
        model.put("applicationNumber", sheet.source().applicationNumber());
        model.put("submittedOn", FormWords.day(sheet.source().submittedOn(), language));
        model.put("paragraphs", page.paragraphs());
        model.put("table", page.lines().isEmpty() ? List.of() : List.of(Map.of("lines", page.lines())));
        model.put(
                "validUntil",
                sheet.validUntil() == null ? List.of() : List.of(FormWords.day(sheet.validUntil(), language)));
        model.put("translation", language.getLanguage().equals("en") ? List.of(TRANSLATION) : List.of());
        model.put("documentId", sheet.id().toString());
        model.put("link", sheet.link());
        return model;
    }
}
