package okno.org.linking;

import java.util.List;
import java.util.UUID;
import okno.org.linking.domain.Organisation;
import okno.org.linking.persistence.Organisations;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads the companies of a person. */
@Service
public class OrganisationQueries {

    private final Organisations organisations;

    OrganisationQueries(Organisations organisations) {
        this.organisations = organisations;
    }

    /** The caller's organisation; {@code not_found} also when it is somebody else's. */
    public Organisation get(UUID id, Caller caller) {
        return organisations.find(id, caller.id()).orElseThrow(Problem::notFound);
    }

    /** One more than the limit when there are more. */
    public List<Organisation> list(Caller caller, @Nullable UUID after, int limit) {
        return organisations.list(caller.id(), after, limit);
    }
}
