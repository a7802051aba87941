package okno.application.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormPathsTest {

    @Test
    void a_merge_patch_replaces_merges_and_removes() {
        Map<String, Object> patch = new HashMap<>();
        patch.put("middleName", null);
        patch.put("passport", Map.of("number", "654321"));
        patch.put("tags", java.util.List.of("b"));

        Map<String, Object> merged = FormPaths.merge(
                Map.of(
                        "middleName",
                        "Петровна",
                        "lastName",
                        "Иванова",
                        "passport",
                        Map.of("series", "4510", "number", "123456"),
                        "tags",
                        java.util.List.of("a")),
                patch);

        assertThat(merged)
                .isEqualTo(Map.of(
                        "lastName", "Иванова",
                        "passport", Map.of("series", "4510", "number", "654321"),
                        "tags", java.util.List.of("b")));
    }

    @Test
    void nested_fields_are_read_and_written() {
        Map<String, Object> form = new LinkedHashMap<>();

        FormPaths.write(form, "/passport/series", "4510");
        FormPaths.write(form, "/passport/number", "123456");

        assertThat(form).isEqualTo(Map.of("passport", Map.of("series", "4510", "number", "123456")));
        assertThat(FormPaths.read(form, "passport.number")).contains("123456");
        assertThat(FormPaths.read(form, "passport.unit.code")).isEmpty();
    }
}
