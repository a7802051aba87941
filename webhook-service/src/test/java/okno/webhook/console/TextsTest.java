package okno.webhook.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the page: both languages have all of them, and every one that a view asks for is there. */
class TextsTest {

    private static final Path PAGE = Path.of("src/main/resources/console");
    private static final Pattern KEY = Pattern.compile("(?m)^  (\\w+):");

    @Test
    void both_languages_have_the_same_words() throws IOException {
        assertThat(keys("RU")).isNotEmpty().isEqualTo(keys("EN"));
    }

    @Test
    void no_view_asks_for_a_word_that_is_missing() throws IOException {
        var asked = new TreeSet<String>();
        try (Stream<Path> files = Files.list(PAGE)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".js")).toList()) {
                Matcher use = Pattern.compile("\\bt\\.(\\w+)").matcher(Files.readString(file, UTF_8));
                use.results().map(match -> match.group(1)).forEach(asked::add);
            }
        }
        assertThat(asked).isNotEmpty().isSubsetOf(keys("RU"));
        // And none is kept that nobody asks for.
        assertThat(keys("RU")).isSubsetOf(asked);
    }

    private static List<String> keys(String language) throws IOException {
        String texts = Files.readString(PAGE.resolve("texts.js"), UTF_8);
        int begin = texts.indexOf("const " + language + " = {");
        String part = texts.substring(begin, texts.indexOf("\n};", begin));
        return KEY.matcher(part).results().map(match -> match.group(1)).sorted().toList();
    }
}
