package okno.notification.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okno.platform.web.Language;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Makes text of templates {@code templates/<message>/v<version>/<medium>.<language>.mustache}. The first line is the title,
 * the rest the body; an SMS has a body alone. A value that a template names and nobody gave is an error, never an empty
 * place. A notification keeps the version that it was made with, so what was said once is not said otherwise later.
 */
@Component
public class Templates {

    private static final Mustache.Compiler PLAIN =
            Mustache.compiler().escapeHTML(false).strictSections(true).emptyStringIsFalse(true);
    private static final Mustache.Compiler HTML =
            Mustache.compiler().escapeHTML(true).strictSections(true);
    private static final String LAYOUT = "email.html";
    private static final String FILES = "classpath*:templates/*/v*/*.mustache";
    private static final Pattern FILE = Pattern.compile("templates/([a-z_.]+)/v(\\d+)/");

    private final Map<String, Template> compiled = new ConcurrentHashMap<>();
    private final Values values = Values.load();
    private final SortedMap<String, Integer> versions = versions();

    /** A title and what follows it. */
    public record Text(String title, String body) {}

    /** Messages and the newest version of each. */
    public SortedMap<String, Integer> messages() {
        return versions;
    }

    /**
     * The template to use of a message from now on, {@code <message>/v<version>}.
     *
     * @throws IllegalArgumentException when there is no such message
     */
    public String newest(String message) {
        Integer version = versions.get(message);
        if (version == null) {
            throw new IllegalArgumentException("no template " + message);
        }
        return version(message, version);
    }

    /** The template of one version. */
    public static String version(String message, int version) {
        return message + "/v" + version;
    }

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
        // Notifications of before there were versions name the message alone.
        String template = message.contains("/") ? message : version(message, 1);
        String file = template + "/" + medium + "." + language.tag() + ".mustache";
        return compiled.computeIfAbsent(file, name -> PLAIN.compile(read(name)))
                .execute(values.of(params, medium, language));
    }

    private static Text split(String rendered) {
        int end = rendered.indexOf('\n');
        return new Text(
                rendered.substring(0, end).strip(), rendered.substring(end).strip());
    }

    private static SortedMap<String, Integer> versions() {
        SortedMap<String, Integer> found = new TreeMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                Matcher path = FILE.matcher(file.getURL().toString());
                if (path.find()) {
                    found.merge(path.group(1), Integer.valueOf(path.group(2)), Math::max);
                }
            }
            return Collections.unmodifiableSortedMap(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
