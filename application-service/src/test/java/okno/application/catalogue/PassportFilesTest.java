package okno.application.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import okno.application.catalogue.domain.Applicant;
import okno.application.catalogue.domain.Passport;
import okno.application.catalogue.domain.Term;
import okno.platform.core.FieldFault;
import okno.platform.core.calendar.WorkingCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PassportFilesTest {

    private static final Path FILES = Path.of("src/main/resources/passports");

    static List<String> codes() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void there_are_at_least_forty() throws IOException {
        assertThat(codes()).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void every_service_that_people_ask_for_most_is_there() throws IOException {
        assertThat(codes())
                .contains("passport-first", "passport-replacement")
                .contains("foreign-passport-5-years", "foreign-passport-10-years", "foreign-passport-child")
                .contains("visa-invitation", "visa-extension", "driving-licence", "vehicle-registration")
                .contains("residence-certificate", "residence-registration", "family-composition")
                .contains("income-certificate", "criminal-record", "pension-account", "taxpayer-status")
                .contains("egrul-extract", "egrip-extract", "egrn-extract")
                .contains("child-benefit", "utility-compensation", "care-payment", "old-age-pension")
                .contains("land-lease", "land-large-family", "ip-registration", "ip-closing")
                .contains("licence-issue", "licence-renewal", "income-declaration", "simplified-tax-declaration")
                .contains("doctor-appointment", "fine-appeal");
    }

    @ParameterizedTest
    @MethodSource("codes")
    void every_passport_keeps_the_published_format(String code) throws IOException {
        assertThat(passport(code).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "inn, 500100732258, inn_checksum",
        "inn, 12, inn_format",
        "inn, 7707083893, too_short",
        "snils, 112-233-445 96, snils_checksum",
        "snils, abc, snils_format",
        "email, nobody, email_format",
        "email, citizen@okno.example, ",
        "phone, 89161234567, phone_format",
        "birthDate, 1990-02-30, date_format",
        "taxRegime, FREE, invalid_value",
        "okvedMain, 6201, invalid_value",
        "nickname, x, unknown_field",
    })
    void a_form_says_what_is_wrong_where(String field, String value, String code) throws IOException {
        Passport passport = passport("ip-registration");

        List<FieldFault> faults = FormSchema.of(passport).faults(Map.of(field, value));

        assertThat(faults.stream()
                        .filter(fault -> fault.pointer().equals("/form/" + field))
                        .map(FieldFault::code)
                        .findFirst()
                        .orElse(null))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "044525225, 40817810438000000001, ",
        "044525974, 40817810438000000001, /form/bankAccount/account account_key",
        "044525225, 40817810438000000011, /form/bankAccount/account account_key",
        "044525225, 4081781043800000000, /form/bankAccount/account invalid_value",
        "944525225, 40817810438000000001, /form/bankAccount/bic invalid_value",
    })
    void an_account_that_is_not_of_its_bank_is_told_before_money_goes_there(String bic, String account, String fault)
            throws IOException {
        Map<String, Object> form = Map.of("bankAccount", Map.of("bic", bic, "account", account));

        List<String> faults = FormSchema.of(passport("child-benefit")).faults(form).stream()
                .filter(found -> found.pointer().startsWith("/form/bankAccount"))
                .map(found -> found.pointer() + " " + found.code())
                .toList();

        assertThat(faults).isEqualTo(fault == null ? List.of() : List.of(fault));
    }

    @Test
    void terms_count_working_days_calendar_days_or_nothing() {
        LocalDate friday = LocalDate.parse("2026-02-20");
        WorkingCalendar calendar = new WorkingCalendar(Set.of(LocalDate.parse("2026-02-23")), Set.of());

        assertThat(new Term(1, Term.Unit.WORKING_DAYS).lastDay(friday, calendar))
                .isEqualTo("2026-02-24");
        assertThat(new Term(1, Term.Unit.CALENDAR_DAYS).lastDay(friday, calendar))
                .isEqualTo("2026-02-21");
        assertThat(new Term(0, Term.Unit.INSTANT).lastDay(friday, calendar)).isEqualTo(friday);
    }

    @Test
    void an_unknown_assurance_level_is_less_than_any() {
        assertThat(Applicant.Ial.standard.metBy("confirmed")).isTrue();
        assertThat(Applicant.Ial.standard.metBy("simplified")).isFalse();
        assertThat(Applicant.Ial.simplified.metBy("")).isFalse();
    }

    private static Passport passport(String code) throws IOException {
        return PassportFormat.check(Files.readString(FILES.resolve(code + ".json")))
                .passport();
    }
}
