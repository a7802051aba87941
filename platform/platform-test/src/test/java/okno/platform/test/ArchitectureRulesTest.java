package okno.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureRulesTest {

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("okno.planted");
    private static final Map<String, ArchRule> RULES = ArchitectureRules.rules("okno.planted");

    static Stream<Arguments> violations() {
        return Stream.of(
                arguments("domain is pure", "ImpureRule"),
                arguments("edges do not meet", "OpenController"),
                arguments("persistence knows no edge", "Rows"),
                arguments("features have no cycles", "Circle"),
                arguments("services are apart", "Neighbour"),
                arguments("controllers are hidden", "OpenController"),
                arguments("controllers deny by default", "OpenController"),
                arguments("handlers name their authority", "OpenController"),
                arguments("listeners are hidden", "StrayListener"),
                arguments("mappers are hidden", "OpenMapper"),
                arguments("SQL is in persistence", "ImpureRule"),
                arguments("transactions are use cases", "OpenController"),
                arguments("no call in a transaction", "HoldConnection"),
                arguments("no generic exceptions", "BadHabits"),
                arguments("no standard streams", "BadHabits"),
                arguments("no JUL", "BadHabits"),
                arguments("constructors inject", "neighbour"),
                arguments("settings are records", "setting"),
                arguments("time comes from a clock", "BadHabits"),
                arguments("dates are java.time", "BadHabits"),
                arguments("shapes are records", "ThingRequest"),
                arguments("shapes are records", "ThingProperties"),
                arguments("interfaces stand at forks", "Lonely"),
                arguments("names say something", "ThingHelper"),
                arguments("packages are null-marked", "unmarked"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("violations")
    void finds_the_planted_violation(String rule, String culprit) {
        var result = RULES.get(rule).evaluate(PLANTED);

        assertThat(result.hasViolation()).isTrue();
        assertThat(result.getFailureReport().toString()).contains("because", culprit);
    }

    @Test
    void shows_a_violation_of_every_rule() {
        Set<Object> shown = violations().map(violation -> violation.get()[0]).collect(Collectors.toSet());

        assertThat(shown).isEqualTo(RULES.keySet());
    }

    @Test
    void an_honest_service_passes() {
        JavaClasses honest = new ClassFileImporter().importPackages("okno.honest");

        ArchitectureRules.rules("okno.honest").forEach((name, rule) -> assertThat(rule.allowEmptyShould(true)
                        .evaluate(honest)
                        .getFailureReport()
                        .getDetails())
                .as(name)
                .isEmpty());
    }

    @Test
    void finds_long_files_and_unexplained_suppressions(@TempDir Path sources) throws IOException {
        Files.writeString(sources.resolve("Long.java"), "\n".repeat(301));
        Files.writeString(sources.resolve("Quiet.java"), "    @SuppressWarnings(\"x\")\n");
        Files.writeString(sources.resolve("Fine.java"), "// the library has no generics\n@SuppressWarnings(\"x\")\n");

        assertThat(SourceRules.violations(sources))
                .hasSize(2)
                .anyMatch(violation -> violation.contains("Long.java has 301 lines"))
                .anyMatch(violation -> violation.contains("Quiet.java:1"));
    }
}
