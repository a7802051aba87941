package okno.platform.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Mustache templates of the class path, strict: a value that the model lacks is an error and not a gap in a document. */
final class Templates {

    /** Characters that XML 1.0 has no way to write, escaped or not. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final Mustache.Compiler compiler = Mustache.compiler()
            .withEscaper(text -> Escapers.HTML.escape(NOT_XML.matcher(text).replaceAll("")))
            .strictSections(true);
    private final Map<String, Template> compiled = new ConcurrentHashMap<>();

    String fill(String resource, Map<String, ?> model) {
        return compiled.computeIfAbsent(resource, this::compile).execute(model);
    }

    private Template compile(String resource) {
        try (InputStream template =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (template == null) {
                throw new IllegalArgumentException("no template " + resource);
            }
            return compiler.compile(new String(template.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
