package okno.identity.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import okno.identity.client.domain.ClientApplication;
import okno.identity.client.domain.ClientKey;
import okno.identity.client.domain.ClientRefused;
import okno.identity.client.domain.ClientStatus;
import okno.identity.client.persistence.ClientApplications;
import okno.identity.client.persistence.ClientKeys;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rotates the keys of a client: the new set is good as soon as Keycloak knows, keys that are not in it stay good for the
 * overlap, so that a system of many machines can change over without an outage. No overlap: the old ones are worth
 * nothing at once, which is what a leak asks for.
 */
@Service
public class ReplaceKeys {

    private final ClientApplications clients;
    private final ClientKeys keys;
    private final ClientRecords records;
    private final Audit audit;

    ReplaceKeys(ClientApplications clients, ClientKeys keys, ClientRecords records, Audit audit) {
        this.clients = clients;
        this.keys = keys;
        this.records = records;
        this.audit = audit;
    }

    /** The keys of the new set as they came, and how long the others stay good. */
    public record Command(UUID id, List<Map<String, Object>> jwks, Duration overlap) {}

    /** @throws Problem "invalid_content", {@link ClientRefused} */
    @Transactional
    public ClientApplication handle(Caller caller, Command command) {
        ClientApplication client = records.lock(caller, command.id());
        if (client.status() == ClientStatus.REJECTED || client.status() == ClientStatus.CLOSED) {
            throw ClientRefused.status(client.status());
        }
        Instant now = records.now();
        List<ClientKey> wanted = PublicKeys.read(command.jwks(), now);
        requireNewNames(wanted, keys.of(client.id(), now));
        keys.retireOthers(
                client.id(),
                wanted.stream().map(ClientKey::kid).toList(),
                client.status() == ClientStatus.REQUESTED ? now : now.plus(command.overlap()));
        keys.sweep(now);
        requireSameType(wanted, keys.of(client.id(), now));
        wanted.forEach(key -> keys.put(client.id(), key));
        clients.tell(client.id(), now);
        audit.record(
                caller,
                AuditRecord.done("client.keys_replaced", "client", client.clientId(), null, ClientRecords.BASIS));
        return client;
    }

    /** Keycloak expects one algorithm of a client: the type changes without an overlap only. */
    private static void requireSameType(List<ClientKey> wanted, List<ClientKey> staying) {
        String algorithm = wanted.getFirst().algorithm();
        if (staying.stream().anyMatch(key -> !key.algorithm().equals(algorithm))) {
            throw Problem.invalid("/overlapHours", "key_type_mixed");
        }
    }

    /** A name stands for one key: verifiers keep keys by their names. */
    private static void requireNewNames(List<ClientKey> wanted, List<ClientKey> known) {
        Map<String, ClientKey> byKid = known.stream().collect(Collectors.toMap(ClientKey::kid, Function.identity()));
        List<FieldFault> faults = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            ClientKey same = byKid.get(wanted.get(i).kid());
            if (same != null && !same.thumbprint().equals(wanted.get(i).thumbprint())) {
                faults.add(FieldFault.at("/jwks/keys/" + i + "/kid", "key_id_taken"));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }
}
