package okno.identity.rights;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import okno.identity.rights.domain.DataRequest;
import okno.identity.rights.domain.RequestStatus;
import okno.identity.rights.events.DataRequestReadyV1;
import okno.identity.rights.persistence.DataRequests;
import okno.platform.messaging.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The transactions of an export: when an archive lies there, the request says so, and the person is told. */
@Service
class ExportSteps {

    private final DataRequests requests;
    private final Outbox outbox;

    ExportSteps(DataRequests requests, Outbox outbox) {
        this.requests = requests;
        this.outbox = outbox;
    }

    List<UUID> takeWork(List<RequestStatus> statuses, int rows, Instant now, Duration lease) {
        return requests.takeWork(statuses, rows, now, lease);
    }

    DataRequest find(UUID id) {
        return requests.find(id).orElseThrow();
    }

    void rest(UUID id, Instant lease) {
        requests.rest(id, lease);
    }

    /** False when somebody else has changed the request meanwhile. */
    @Transactional
    boolean archived(DataRequest request, boolean complete, long bytes, Instant expiresAt, Instant now) {
        DataRequest archived = request.archived(complete, bytes, expiresAt, now);
        if (!requests.save(archived, null)) {
            return false;
        }
        outbox.append(
                DataRequestReadyV1.from(archived, complete, expiresAt, now).of(archived));
        return true;
    }

    List<UUID> expired(Instant now, int rows) {
        return requests.expired(now, rows);
    }

    void expire(DataRequest request, Instant now) {
        requests.save(request.expired(now), null);
    }
}
