package okno.application.registercheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okno.application.catalogue.PassportChecks;
import okno.application.catalogue.PassportFormat;
import okno.application.catalogue.domain.Passport;
import okno.application.publication.PassportBuilder;
import okno.application.registercheck.domain.Judgement;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class RegisterCheckTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-26");
    private static final Map<String, Object> FORM = Map.of("hives", 3, "lastName", "Иванова");

    @ParameterizedTest
    @CsvSource({
        "record.status == 'ACTIVE',                        ACTIVE,     true",
        "record.status == 'ACTIVE',                        LIQUIDATED, false",
        "record.status == 'ACTIVE' && form.hives < 10,     ACTIVE,     true",
        "record.status == 'ACTIVE' && form.hives > 10,     ACTIVE,     false",
        "'days(record.since, today) >= 25',               ACTIVE,     true",
        "record.capital > 10,                              ACTIVE,     false",
        ",                                                 LIQUIDATED, true",
    })
    void a_record_passes_when_the_rule_holds_and_what_cannot_be_judged_does_not(
            @Nullable String holds, String status, boolean passes) {
        assertThat(passes(holds, Optional.of(Map.of("status", status, "since", "2026-11-01"))))
                .isEqualTo(passes);
    }

    @Test
    void what_the_register_does_not_know_never_passes() {
        assertThat(passes(null, Optional.empty())).isFalse();
        assertThat(passes("true", Optional.empty())).isFalse();
    }

    @Test
    void a_rule_knows_the_form_the_record_and_the_day_and_nothing_of_who_asks() {
        assertThatThrownBy(() -> passes("kind == 'ORG'", Optional.empty()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.faults())
                        .extracting(fault -> fault.pointer() + " " + fault.code())
                        .containsExactly("/registerChecks/0/holds expression_invalid"));
    }

    @Test
    void silence_refuses_or_waits_as_the_passport_says() {
        assertThat(Judgement.silent(passport(null, "REFUSE").registerChecks().getFirst()))
                .isEqualTo(Judgement.UNAVAILABLE);
        assertThat(Judgement.silent(passport(null, "LATER").registerChecks().getFirst()))
                .isEqualTo(Judgement.POSTPONED);
    }

    private static boolean passes(@Nullable String holds, Optional<Map<String, Object>> record) {
        Passport passport = passport(holds, "LATER");
        return PassportChecks.of(passport).passes(passport.registerChecks().getFirst(), FORM, record, TODAY);
    }

    private static Passport passport(@Nullable String holds, String whenAway) {
        Map<String, Object> passport = PassportBuilder.bees("bees", 1);
        Map<String, Object> check = new LinkedHashMap<>(Map.of(
                "code", "company_gone",
                "register", "EGRUL",
                "key", "/lastName",
                "whenAway", whenAway,
                "text", PassportBuilder.text("Нет", "No")));
        if (holds != null) {
            check.put("holds", holds);
        }
        passport.put("registerChecks", List.of(check));
        return PassportFormat.check(JsonMapper.shared().writeValueAsString(passport))
                .passport();
    }
}
