package okno.payment.charge.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import okno.platform.core.Money;
import okno.platform.core.number.BankAccount;
import okno.platform.core.number.Inn;
import okno.platform.core.number.Kpp;
import okno.platform.core.number.Uin;
import org.junit.jupiter.api.Test;

class PaymentStringTest {

    private static final Uin UIN = Uin.complete("1820000000000000001");
    private static final Money DUTY = Money.roubles(80000);

    @Test
    void states_payee_sum_and_uin_in_the_order_of_the_standard() {
        String text = PaymentString.of(payee("Казначейство России (ФНС России)"), UIN, DUTY, "Государственная пошлина");

        assertThat(text)
                .isEqualTo("ST00012|Name=Казначейство России (ФНС России)|PersonalAcc=03100643000000018500"
                        + "|BankName=ОТДЕЛЕНИЕ ТУЛА БАНКА РОССИИ|BIC=017003983|CorrespAcc=40102810445370000059"
                        + "|Sum=80000|Purpose=Государственная пошлина|PayeeINN=7727406020|KPP=770801001"
                        + "|CBC=18210807010018000110|OKTMO=45382000|UIN=" + UIN.value() + "|TechCode=03");
    }

    @Test
    void takes_another_separator_when_a_value_holds_the_usual_one() {
        String text = PaymentString.of(payee("ОАО | \"БАНК\""), UIN, DUTY, "Пошлина");

        assertThat(text).startsWith("ST00012#Name=ОАО | \"БАНК\"#PersonalAcc=");
    }

    @Test
    void refuses_requisites_whose_required_block_is_too_long() {
        String longName = "Я".repeat(130);
        assertThat(longName.getBytes(UTF_8)).hasSize(260);

        assertThatThrownBy(() -> PaymentString.of(payee(longName), UIN, DUTY, "Пошлина"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Requisites payee(String name) {
        return new Requisites(
                name,
                new Inn("7727406020"),
                new Kpp("770801001"),
                new BankAccount("017003983", "03100643000000018500"),
                "ОТДЕЛЕНИЕ ТУЛА БАНКА РОССИИ",
                new BankAccount("017003983", "40102810445370000059"),
                "18210807010018000110",
                "45382000");
    }
}
