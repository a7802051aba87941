package okno.org.linking.events;

import static okno.org.linking.domain.OrganisationFixture.NOW;
import static okno.org.linking.domain.OrganisationFixture.anOrganisation;

import java.util.List;
import okno.org.linking.domain.RejectionReason;
import okno.platform.test.ContractCheck;
import org.junit.jupiter.api.Test;

class EventContractTest {

    @Test
    void linked_event_keeps_its_contract() {
        ContractCheck.event(
                "organisation-linked.v1",
                OrganisationLinkedV1.from(anOrganisation().linked("ООО", NOW)));
    }

    @Test
    void rejected_event_keeps_its_contract_for_every_reason() {
        var rejected = anOrganisation().rejected(List.of(RejectionReason.values()), null, NOW);
        ContractCheck.event("organisation-rejected.v1", OrganisationRejectedV1.from(rejected));
    }

    @Test
    void withdrawn_event_keeps_its_contract() {
        ContractCheck.event(
                "acting-right-withdrawn.v1",
                ActingRightWithdrawnV1.from(anOrganisation().withdrawn(NOW)));
    }
}
