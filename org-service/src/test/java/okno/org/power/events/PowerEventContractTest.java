package okno.org.power.events;

import static okno.org.power.domain.PowerFixture.NOW;
import static okno.org.power.domain.PowerFixture.aPower;

import java.util.UUID;
import okno.platform.test.ContractCheck;
import org.junit.jupiter.api.Test;

class PowerEventContractTest {

    @Test
    void events_keep_their_contracts() {
        var signed = aPower().signed(UUID.randomUUID(), NOW);
        ContractCheck.event("power-of-attorney-granted.v1", PowerGrantedV1.from(signed));
        ContractCheck.event("power-of-attorney-received.v1", new PowerReceivedV1(signed.id(), "somebody", NOW));
        ContractCheck.event("power-of-attorney-ended.v1", PowerEndedV1.from(signed.revoked(NOW)));
        ContractCheck.event(
                "power-of-attorney-ended.v1",
                PowerEndedV1.from(signed.receivedBy("somebody").refused(NOW)));
        ContractCheck.event("power-of-attorney-ended.v1", PowerEndedV1.from(signed.expired(NOW)));
    }
}
