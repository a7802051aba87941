package okno.payment.charge.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import okno.payment.charge.ChargeFixture;
import org.junit.jupiter.api.Test;

class ChargeTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void uin_begins_with_the_administrator_and_ends_with_a_check_digit() {
        var duty = new Duty(new Duty.Key("state-duty", LocalDate.parse("2023-01-01")), "182", 30);

        assertThat(duty.uin(1).value()).isEqualTo("18200000000000000012");
        assertThat(duty.uin(9_999_999_999_999_999L).value()).hasSize(20).startsWith("1829999");
        assertThat(duty.dueDate(LocalDate.parse("2026-11-22"))).isEqualTo("2026-12-22");
    }

    @Test
    void a_closed_charge_can_neither_be_paid_nor_cancelled() {
        Charge paid = ChargeFixture.aDueCharge().paid(NOW);

        assertThat(paid.status()).isEqualTo(ChargeStatus.PAID);
        assertThatThrownBy(() -> paid.paid(NOW)).isInstanceOf(ChargeNotDue.class);
        assertThatThrownBy(() -> paid.cancelled(NOW)).isInstanceOf(ChargeNotDue.class);
        assertThatThrownBy(() -> ChargeFixture.aDueCharge().cancelled(NOW).paid(NOW))
                .isInstanceOf(ChargeNotDue.class);
    }
}
