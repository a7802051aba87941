package okno.identity.client;

import java.util.UUID;
import okno.identity.client.domain.ClientApplication;
import okno.identity.client.domain.ClientRefused;
import okno.platform.core.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a client out. Our services are told before Keycloak is: they refuse its tokens within five seconds, whatever
 * happens to the call that stops new ones.
 */
@Service
public class SuspendClientApplication {

    private final ClientRecords records;

    SuspendClientApplication(ClientRecords records) {
        this.records = records;
    }

    /** By its owner, whose key may have leaked, or by an administrator. */
    @Transactional
    public ClientApplication suspend(Caller caller, UUID id, String reason) {
        ClientApplication suspended = records.lock(caller, id).suspended(reason);
        records.save(caller, suspended, "client.suspended");
        return suspended;
    }

    /** @throws ClientRefused unless it is suspended */
    @Transactional
    public ClientApplication resume(Caller administrator, UUID id) {
        ClientApplication resumed = records.lock(administrator, id).resumed();
        records.save(administrator, resumed, "client.resumed");
        return resumed;
    }

    /** For ever: its name is never given again. */
    @Transactional
    public void close(Caller caller, UUID id) {
        records.save(caller, records.lock(caller, id).closed(), "client.closed");
    }
}
