package okno.identity.client;

import java.util.UUID;
import okno.identity.client.domain.ClientApplication;
import okno.identity.client.domain.ClientRefused;
import okno.identity.client.domain.QuotaPlan;
import okno.platform.core.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An administrator who did not ask for the client approves or refuses it, and sets its quota plan. */
@Service
public class DecideClientRequest {

    private final ClientRecords records;

    DecideClientRequest(ClientRecords records) {
        this.records = records;
    }

    /** @throws ClientRefused when it was decided already, or the administrator asked for it */
    @Transactional
    public ClientApplication approve(Caller administrator, UUID id, @Nullable QuotaPlan plan) {
        ClientApplication client = records.lock(administrator, id);
        ClientApplication approved = client.approved(administrator.id(), plan == null ? client.plan() : plan);
        records.save(administrator, approved, "client.approved");
        return approved;
    }

    /** @throws ClientRefused as above */
    @Transactional
    public ClientApplication reject(Caller administrator, UUID id, String reason) {
        ClientApplication rejected = records.lock(administrator, id).rejected(administrator.id(), reason);
        records.save(administrator, rejected, "client.rejected");
        return rejected;
    }

    /** In force at the gateway within seconds. */
    @Transactional
    public ClientApplication changePlan(Caller administrator, UUID id, QuotaPlan plan) {
        ClientApplication changed = records.lock(administrator, id).onPlan(plan);
        records.saveQuietly(administrator, changed, "client.plan_changed");
        return changed;
    }
}
