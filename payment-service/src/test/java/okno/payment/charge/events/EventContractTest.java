package okno.payment.charge.events;

import java.time.Instant;
import okno.payment.charge.ChargeFixture;
import okno.payment.charge.domain.Charge;
import okno.platform.core.Ids;
import okno.platform.test.ContractCheck;
import org.junit.jupiter.api.Test;

class EventContractTest {

    private final Charge charge = ChargeFixture.aDueCharge();

    @Test
    void created_charge_keeps_its_contract() {
        ContractCheck.event("charge-created.v1", ChargeCreatedV1.from(charge));
    }

    @Test
    void paid_charge_keeps_its_contract() {
        Instant paidAt = Instant.parse("2026-11-22T09:42:00Z");

        ContractCheck.event("charge-paid.v1", ChargePaidV1.from(charge.paid(paidAt), Ids.next(), paidAt));
    }
}
