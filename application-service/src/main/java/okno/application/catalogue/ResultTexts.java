package okno.application.catalogue;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okno.application.catalogue.domain.ResultRule;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;

/**
 * What a document says, compiled: the Mustache texts of a passport. They read maps and lists alone, never Java objects;
 * they have no partials, and a name that is not there is a fault, not a gap.
 */
public final class ResultTexts {

    /** More than any document says; loops over long lists end here. */
    private static final int MAX_CHARS = 100_000;

    private static final Mustache.Compiler MUSTACHE = Mustache.compiler()
            .escapeHTML(false)
            .strictSections(true)
            .emptyStringIsFalse(true)
            .withCollector(new MapsOnly());

    private final Map<String, Template> texts;
    private final Map<ResultRule.Row, Template> rows;

    private ResultTexts(Map<String, Template> texts, Map<ResultRule.Row, Template> rows) {
        this.texts = texts;
        this.rows = rows;
    }

    /**
     * Compiles.
     *
     * @param pointer where the content stands, for the faults
     * @throws Problem {@code invalid_content} with {@code template_invalid} where a text does not parse
     */
    public static ResultTexts of(ResultRule.Content content, String pointer) {
        Map<String, Template> texts = new LinkedHashMap<>();
        texts.put("ru", compile(content.text().ru(), pointer + "/text/ru"));
        String english = content.text().en();
        if (english != null) {
            texts.put("en", compile(english, pointer + "/text/en"));
        }
        Map<ResultRule.Row, Template> rows = new LinkedHashMap<>();
        for (int i = 0; i < content.rows().size(); i++) {
            ResultRule.Row row = content.rows().get(i);
            rows.put(row, compile(row.value(), pointer + "/rows/" + i + "/value"));
        }
        return new ResultTexts(texts, rows);
    }

    /** The languages that it is written in. */
    public List<Locale> languages() {
        return texts.keySet().stream().map(Locale::of).toList();
    }

    /**
     * The paragraphs in one language.
     *
     * @throws Problem {@code template_field_unknown} when a name has no value
     */
    public List<String> paragraphs(Locale language, Map<String, Object> values) {
        Template text = texts.get(language.getLanguage());
        return text == null
                ? List.of()
                : fill(text, values, "/text/" + language.getLanguage())
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    /** The lines of the table that have a value. */
    public List<ResultRule.Line> lines(Locale language, Map<String, Object> values) {
        int[] at = {0};
        return rows.entrySet().stream()
                .map(row -> new ResultRule.Line(
                        row.getKey().code(),
                        row.getKey().label().in(language),
                        fill(row.getValue(), values, "/rows/" + at[0]++ + "/value")
                                .strip()))
                .filter(line -> !line.value().isEmpty())
                .toList();
    }

    private static Template compile(String text, String pointer) {
        try {
            return MUSTACHE.compile(text);
        } catch (MustacheException | UnsupportedOperationException e) {
            throw Problem.invalid(pointer, "template_invalid");
        }
    }

    private static String fill(Template template, Map<String, Object> values, String pointer) {
        BoundedWriter text = new BoundedWriter(MAX_CHARS);
        try {
            template.execute(values, text);
            return text.toString();
        } catch (MustacheException.Context e) {
            throw Problem.invalid(List.of(FieldFault.at(pointer, "template_field_unknown", e.key)));
        } catch (MustacheException | UnsupportedOperationException e) {
            throw Problem.invalid(pointer, "template_invalid");
        }
    }

    /** Looks into maps and lists; what is anything else has no members. */
    private static final class MapsOnly extends BasicCollector {

        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new ConcurrentHashMap<>();
        }
    }
}
