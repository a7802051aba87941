package okno.identity.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okno.identity.client.domain.ClientApplication;
import okno.identity.client.domain.ClientKey;
import okno.identity.client.domain.ClientRefused;
import okno.identity.client.domain.Owner;
import okno.identity.client.domain.RedirectUris;
import okno.identity.client.persistence.ClientApplications;
import okno.identity.client.persistence.ClientKeys;
import okno.platform.core.Caller;
import okno.platform.core.FieldFault;
import okno.platform.core.Ids;
import okno.platform.core.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A company or an administrator asks for a client application; another administrator decides. */
@Service
public class RequestClientApplication {

    private static final int MOST_OF_A_COMPANY = 20;

    private final ClientApplications clients;
    private final ClientKeys keys;
    private final ClientRecords records;

    RequestClientApplication(ClientApplications clients, ClientKeys keys, ClientRecords records) {
        this.clients = clients;
        this.keys = keys;
        this.records = records;
    }

    /** @param jwks the keys of the key set, as they came */
    public record Command(ClientApplication.Wish wish, List<Map<String, Object>> jwks) {}

    /** @throws Problem "invalid_content", {@link ClientRefused} */
    @Transactional
    public ClientApplication handle(Caller caller, Command command) {
        Owner owner = Owner.of(caller);
        requireSound(owner, command.wish());
        List<ClientKey> wanted = PublicKeys.read(command.jwks(), records.now());
        if (owner.orgId() != null && clients.living(owner.orgId()) >= MOST_OF_A_COMPANY) {
            throw ClientRefused.tooMany(MOST_OF_A_COMPANY);
        }
        var client = ClientApplication.requested(Ids.next(), owner, caller.id(), command.wish(), records.now());
        records.add(caller, client);
        wanted.forEach(key -> keys.put(client.id(), key));
        return client;
    }

    private static void requireSound(Owner owner, ClientApplication.Wish wish) {
        List<FieldFault> faults = new ArrayList<>(RedirectUris.faults(wish.redirectUris()));
        // A person's token must never speak for an agency that its client happens to belong to.
        if (wish.agency() != null
                && !(owner.isAdministrator() && wish.redirectUris().isEmpty())) {
            faults.add(FieldFault.at("/agency", "client_agency_unsuitable"));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }
}
