package okno.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Texts of problem codes in both languages, from every {@code problems/*_ru.properties} and {@code _en.properties} on
 * the class path (UTF-8). A text may hold {@code {0}}, {@code {1}} for the arguments of the {@link Problem}; nothing
 * else in it is special.
 */
public final class Texts {

    private final Map<String, String> russian;
    private final Map<String, String> english;

    private Texts(Map<String, String> russian, Map<String, String> english) {
        this.russian = russian;
        this.english = english;
    }

    /**
     * Reads all texts.
     *
     * @throws IllegalStateException when a code has a text in one language only
     */
    public static Texts load() {
        Map<String, String> russian = read("classpath*:problems/*_ru.properties");
        Map<String, String> english = read("classpath*:problems/*_en.properties");
        Set<String> oneSided = new TreeSet<>(russian.keySet());
        oneSided.addAll(english.keySet());
        oneSided.removeIf(code -> russian.containsKey(code) && english.containsKey(code));
        if (!oneSided.isEmpty()) {
            throw new IllegalStateException("problem texts in one language only: " + oneSided);
        }
        return new Texts(russian, english);
    }

    /** The text of a code, or null when there is none. */
    public @Nullable String find(Language language, String code, List<Object> args) {
        String text = (language == Language.EN ? english : russian).get(code);
        for (int i = 0; text != null && i < args.size(); i++) {
            text = text.replace("{" + i + "}", String.valueOf(args.get(i)));
        }
        return text;
    }

    /** All codes that have texts. */
    public Set<String> codes() {
        return Set.copyOf(russian.keySet());
    }

    private static Map<String, String> read(String pattern) {
        Map<String, String> read = new HashMap<>();
        try {
            List<Resource> files = new ArrayList<>(List.of(
                    new PathMatchingResourcePatternResolver(Texts.class.getClassLoader()).getResources(pattern)));
            // The platform's first, so that a service may say the same code in its own words.
            files.sort(Comparator.comparing(Resource::getFilename, Comparator.nullsFirst(Comparator.naturalOrder()))
                    .thenComparing(Resource::getDescription));
            files.sort(Comparator.comparing(
                    file -> !String.valueOf(file.getFilename()).startsWith("platform_")));
            for (Resource file : files) {
                Properties properties = new Properties();
                try (Reader reader = new InputStreamReader(file.getInputStream(), UTF_8)) {
                    properties.load(reader);
                }
                properties.stringPropertyNames().forEach(code -> read.put(code, properties.getProperty(code)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(read);
    }
}
