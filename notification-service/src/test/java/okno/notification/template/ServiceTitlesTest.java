package okno.notification.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okno.platform.web.Language;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ServiceTitlesTest {

    private static final Path PASSPORTS = Path.of("../application-service/src/main/resources/passports");

    @Test
    void every_service_that_is_shipped_is_called_by_its_title() throws Exception {
        Values values = Values.load();
        List<Path> files;
        try (var found = Files.list(PASSPORTS)) {
            files = found.toList();
        }
        assertThat(files).hasSizeGreaterThan(40);
        for (Path file : files) {
            JsonNode passport = new JsonMapper().readTree(file.toFile());
            Map<String, String> params =
                    Map.of("serviceCode", passport.path("code").asString());
            for (Language language : Language.values()) {
                String tag = language.name().toLowerCase(Locale.ROOT);
                assertThat(values.of(params, "inbox", language))
                        .containsEntry(
                                "serviceTitle", passport.at("/title/" + tag).asString());
            }
        }
    }
}
