package okno.notification.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okno.platform.web.Language;
import org.springframework.stereotype.Component;

/**
 * Makes text of templates {@code templates/<message>/<medium>.<language>.mustache}. The first line is the title, the rest
 * the body; an SMS has a body alone. A value that a template names and nobody gave is an error, never an empty place.
 */
@Component
public class Templates {

    private static final Mustache.Compiler PLAIN =
            Mustache.compiler().escapeHTML(false).strictSections(true).emptyStringIsFalse(true);
    private static final Mustache.Compiler HTML =
            Mustache.compiler().escapeHTML(true).strictSections(true);
    private static final String LAYOUT = "email.html";

    private final Map<String, Template> compiled = new ConcurrentHashMap<>();
    private final Values values = Values.load();

    /** A title and what follows it. */
    public record Text(String title, String body) {}

    /** As the inbox shows it. */
    public Text inbox(String message, Map<String, String> params, Language language) {
        return split(render(message, "inbox", params, language));
    }

    /** Subject and plain text of a letter. */
    public Text email(String message, Map<String, String> params, Language language) {
        return split(render(message, "email", params, language));
    }

    /** The same letter as HTML. */
    public String html(Text letter, Language language) {
        List<String> paragraphs = Arrays.stream(letter.body().split("\n"))
                .filter(line -> !line.isBlank())
                .toList();
        return compiled.computeIfAbsent(LAYOUT, name -> HTML.compile(read(name)))
                .execute(Map.of("language", language.tag(), "title", letter.title(), "paragraphs", paragraphs));
    }

    public String sms(String message, Map<String, String> params, Language language) {
        return render(message, "sms", params, language).strip();
    }

    private String render(String message, String medium, Map<String, String> params, Language language) {
        String file = message + "/" + medium + "." + language.tag() + ".mustache";
        return compiled.computeIfAbsent(file, name -> PLAIN.compile(read(name))).execute(values.of(params, language));
    }

    private static Text split(String rendered) {
        int end = rendered.indexOf('\n');
        return new Text(
                rendered.substring(0, end).strip(), rendered.substring(end).strip());
    }

    private static String read(String file) {
        try (InputStream in = Templates.class.getClassLoader().getResourceAsStream("templates/" + file)) {
            if (in == null) {
                throw new IllegalArgumentException("no template " + file);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
