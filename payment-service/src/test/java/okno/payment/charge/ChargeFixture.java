package okno.payment.charge;

import java.time.Instant;
import java.time.LocalDate;
import okno.payment.Payer;
import okno.payment.charge.domain.Charge;
import okno.payment.charge.domain.ChargeStatus;
import okno.payment.charge.domain.Duty;
import okno.platform.core.Ids;
import okno.platform.core.Money;
import okno.platform.core.number.Uin;

public final class ChargeFixture {

    private ChargeFixture() {}

    public static Charge aDueCharge() {
        return new Charge(
                Ids.next(),
                Uin.complete("1820000000000000001"),
                Ids.next(),
                "ip-registration",
                new Duty.Key("state-duty", LocalDate.parse("2023-01-01")),
                new Payer("0198c0de-0000-7000-8000-000000000001", null),
                Money.roubles(80000),
                LocalDate.parse("2026-12-22"),
                ChargeStatus.DUE,
                1,
                Instant.parse("2026-11-22T09:30:00Z"),
                null);
    }
}
