package okno.application.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import okno.application.catalogue.PassportChecks;
import okno.application.catalogue.PassportFormat;
import okno.application.catalogue.domain.Passport;
import okno.platform.core.FieldFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PassportSimulationTest {

    private static final Path FILES = Path.of("src/main/resources/passports");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-26");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_passport_fits_together_and_every_path_can_be_gone(Path file) throws IOException {
        Passport passport = PassportFormat.check(Files.readString(file)).passport();

        assertThat(findings(passport)).isEmpty();
        assertThat(simulated(passport).paths()).hasSizeGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"holds\": \"form.period.to >= form.period.from\"|\"holds\": \"false\"|branch_unreachable",
                "\"pointer\": \"/period/to\"|\"pointer\": \"/nowhere\"|pointer_unknown",
                "\"regionPointer\": \"/region\"|\"regionPointer\": \"/area\"|pointer_unknown",
            })
    void what_nobody_could_submit_or_find_is_reported(String good, String bad, String code) throws IOException {
        String json = Files.readString(FILES.resolve("residence-certificate.json"));
        assertThat(json).contains(good);

        Passport passport = PassportFormat.check(json.replace(good, bad)).passport();

        assertThat(findings(passport).stream().map(FieldFault::code)).contains(code);
    }

    @Test
    void a_service_that_never_refuses_or_ends_is_reported() throws IOException {
        Passport passport = PassportFormat.check(Files.readString(FILES.resolve("egrul-extract.json"))
                        .replace("record_not_found", "other_ground"))
                .passport();

        assertThat(Reachability.faults(passport).stream()
                        .map(fault -> fault.args().getFirst()))
                .containsExactly("REJECTED");
    }

    @Test
    void a_decision_that_lacks_a_field_is_reported() throws IOException {
        Passport passport = PassportFormat.check(Files.readString(FILES.resolve("egrul-extract.json"))
                        .replace("!register.found", "form.organisationName == 'x'"))
                .passport();

        assertThat(findings(passport).stream().map(FieldFault::code)).containsExactly("decision_undecided");
    }

    private static List<FieldFault> findings(Passport passport) {
        List<FieldFault> findings = new ArrayList<>(FormStructure.faults(passport));
        findings.addAll(Reachability.faults(passport));
        findings.addAll(simulated(passport).findings());
        return findings;
    }

    private static Report simulated(Passport passport) {
        return new Simulation(passport, PassportChecks.of(passport), TODAY).run();
    }
}
