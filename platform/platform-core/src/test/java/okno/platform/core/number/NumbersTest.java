package okno.platform.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7707083893",
                "7736050003",
                "7707049388",
                "7830002293",
                "7707080050",
                "500100732259",
                "526317984689",
                " 7707 083893 "
            })
    void accepts_a_right_inn(String typed) {
        assertThat(Inn.parse(typed).value()).hasSizeBetween(10, 12);
    }

    @ParameterizedTest
    @CsvSource({
        "7707083894, inn_checksum",
        "1234567890, inn_checksum",
        "7743013902, inn_checksum",
        "500100732258, inn_checksum",
        "123456789012, inn_checksum",
        "0000000000, inn_format",
        "000000000000, inn_format",
        "0077083893, inn_format",
        "770708389, inn_format",
        "77070838930, inn_format",
        "770708389x, inn_format",
        "７７０７０８３８９３, inn_format",
        "'', inn_format"
    })
    void tells_a_wrong_inn_from_a_malformed_one(String typed, String code) {
        refuses(() -> Inn.parse(typed), code);
    }

    @Test
    void completes_an_inn_and_knows_whose_it_is() {
        assertThat(Inn.complete("770708389").value()).isEqualTo("7707083893");
        assertThat(Inn.complete("770708005").value()).isEqualTo("7707080050");
        assertThat(Inn.complete("5001007322").value()).isEqualTo("500100732259");
        assertThat(Inn.parse("500100732259").ofPerson()).isTrue();
        assertThat(Inn.parse("7707083893").ofPerson()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"773601001", "7701AZ001"})
    void accepts_a_right_kpp(String typed) {
        assertThat(Kpp.parse(typed).value()).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"007701001", "77360100", "7736010010", "7701az001", "77O101001"})
    void refuses_a_malformed_kpp(String typed) {
        refuses(() -> Kpp.parse(typed), "kpp_format");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1027700132195",
                "1027700070518",
                "1027700198767",
                "1037739085636",
                "1027700000020",
                "304500116000157",
                "316861700133226",
                "304463210700212",
                "304500116000050"
            })
    void accepts_a_right_ogrn(String typed) {
        assertThat(Ogrn.parse(typed).ofSoleTrader()).isEqualTo(typed.length() == 15);
    }

    @ParameterizedTest
    @CsvSource({
        "1027700132196, ogrn_checksum",
        "1234567890123, ogrn_checksum",
        "0000000000000, ogrn_checksum",
        "304500116000158, ogrn_checksum",
        "123456789012345, ogrn_checksum",
        "000000000000000, ogrn_checksum",
        "102770013219, ogrn_format",
        "10277001321950, ogrn_format"
    })
    void tells_a_wrong_ogrn_from_a_malformed_one(String typed, String code) {
        refuses(() -> Ogrn.parse(typed), code);
    }

    @Test
    void completes_an_ogrn() {
        assertThat(Ogrn.complete("102770013219").value()).isEqualTo("1027700132195");
        assertThat(Ogrn.complete("30450011600015").value()).isEqualTo("304500116000157");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "112-233-445 95",
                "087-654-302 00",
                "087-654-303 00",
                "001-019-899 99",
                "001-019-989 00",
                "001-019-998 00",
                "001-019-999 01",
                "087-654-018 99",
                "001-001-998 00",
                "112-233-445-95",
                "11223344595"
            })
    void accepts_a_right_snils(String typed) {
        assertThat(Snils.parse(typed).value()).hasSize(11);
    }

    @ParameterizedTest
    @CsvSource({
        "112-233-445 96, snils_checksum",
        "123-456-789 00, snils_checksum",
        "000-000-000 00, snils_checksum",
        "112-233-445 9, snils_format",
        "112-233-445 9O, snils_format"
    })
    void tells_a_wrong_snils_from_a_malformed_one(String typed, String code) {
        refuses(() -> Snils.parse(typed), code);
    }

    @Test
    void completes_and_prints_a_snils() {
        assertThat(Snils.complete("123456789").value()).isEqualTo("12345678964");
        assertThat(Snils.parse("11223344595").formatted()).isEqualTo("112-233-445 95");
    }

    @ParameterizedTest
    @CsvSource({
        "044525225, 40702810138250123017",
        "044525225, 40702810938000000001",
        "044525225, 40817810438000000001",
        "044525974, 40702810500000012345",
        "044525225, 30101810400000000225",
        "044525974, 30101810145250000974",
        "044525593, 30101810200000000593",
        "017003983, 40102810445370000059",
        "004525988, 40102810545370000003",
        "017003983, 03100643000000018500"
    })
    void accepts_an_account_of_its_bank(String bik, String account) {
        assertThat(new BankAccount(bik, account).number()).isEqualTo(account);
    }

    @ParameterizedTest
    @CsvSource({
        "044525225, 40702810938000060473, account_key",
        "044525974, 40817810438000000001, account_key",
        "044525225, 30101810965770000413, account_key",
        "044525225, 4070281093800000000, account_format",
        "944525225, 40702810938000000001, bik_format",
        "04452522, 40702810938000000001, bik_format"
    })
    void refuses_an_account_of_another_bank(String bik, String account, String code) {
        refuses(() -> new BankAccount(bik, account), code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "18810115240101123452",
                "03554310101802405123",
                "18790000000000000016",
                "18810115250000000017",
                "18810115250000000150",
                "1040730125000000000000013",
                "0321220100000000000000016"
            })
    void accepts_a_right_uin_and_completes_it(String typed) {
        assertThat(Uin.parse(typed)).isEqualTo(Uin.complete(typed.substring(0, typed.length() - 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "18810115240101123453, uin_checksum",
        "1040730125000000000000014, uin_checksum",
        "18800000000000000000, uin_checksum",
        "1881011524010112345, uin_format",
        "0, uin_format"
    })
    void tells_a_wrong_uin_from_a_malformed_one(String typed, String code) {
        refuses(() -> Uin.parse(typed), code);
    }

    @Test
    void says_where_the_number_stood_and_never_which_it_was() {
        assertThatExceptionOfType(InvalidNumber.class)
                .isThrownBy(() -> Inn.parse("7707083894"))
                .satisfies(e -> assertThat(e.at("/form/inn").pointer()).isEqualTo("/form/inn"))
                .satisfies(e -> assertThat(e.toString()).doesNotContain("7707083894"));
    }

    private static void refuses(Runnable parsing, String code) {
        assertThatExceptionOfType(InvalidNumber.class).isThrownBy(parsing::run).satisfies(e -> assertThat(e.code())
                .isEqualTo(code));
    }
}
