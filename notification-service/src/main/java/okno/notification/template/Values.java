package okno.notification.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import okno.platform.web.Language;

/** What templates may name: the params of a notification, said in a language. */
record Values(Properties russian, Properties english, Properties russianDocuments, Properties englishDocuments) {

    private static final DateTimeFormatter RUSSIAN_DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter ENGLISH_DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    static Values load() {
        return new Values(titles("services_ru"), titles("services_en"), titles("documents_ru"), titles("documents_en"));
    }

    /** {@code medium}: inbox, email or sms; what a service's passport says may differ by it. */
    Map<String, String> of(Map<String, String> params, String medium, Language language) {
        Map<String, String> values = new HashMap<>();
        // May be unknown to an event; templates ask for them with a section.
        values.put("number", "");
        values.put("reason", "");
        values.put("expectedCompletionDate", "");
        String tongue = language == Language.EN ? "En" : "Ru";
        values.put("note", params.getOrDefault(medium + "Note" + tongue, ""));
        values.put("noteTitle", params.getOrDefault(medium + "NoteTitle" + tongue, ""));
        params.forEach((name, value) -> values.put(name, name.endsWith("Date") ? date(value, language) : value));
        String service = params.get("serviceCode");
        if (service != null) {
            Properties titles = language == Language.EN ? english : russian;
            values.put("serviceTitle", titles.getProperty(service, service));
        }
        String kind = params.get("kind");
        if (kind != null) {
            Properties titles = language == Language.EN ? englishDocuments : russianDocuments;
            String title = params.getOrDefault(language == Language.EN ? "titleEn" : "titleRu", kind);
            values.put("documentTitle", titles.getProperty(kind, title));
        }
        String amount = params.get("amount");
        if (amount != null) {
            values.put("amount", money(Long.parseLong(amount), params.getOrDefault("currency", "RUB"), language));
        }
        return values;
    }

    private static String date(String iso, Language language) {
        LocalDate date = LocalDate.parse(iso);
        return language == Language.EN ? ENGLISH_DATE.format(date) : RUSSIAN_DATE.format(date);
    }

    private static String money(long minor, String currency, Language language) {
        return language == Language.EN
                ? "%s %d.%02d".formatted(currency, minor / 100, minor % 100)
                : "%d,%02d %s".formatted(minor / 100, minor % 100, currency.equals("RUB") ? "руб." : currency);
    }

    private static Properties titles(String file) {
        var titles = new Properties();
        try (InputStream in = Values.class.getClassLoader().getResourceAsStream("titles/" + file + ".properties")) {
            if (in != null) {
                titles.load(new InputStreamReader(in, UTF_8));
            }
            return titles;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
