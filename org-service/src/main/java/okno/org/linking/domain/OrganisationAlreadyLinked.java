package okno.org.linking.domain;

import java.util.UUID;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;

/** The same person linked the same company already, or its check is under way; the answer says where it is. */
public final class OrganisationAlreadyLinked extends Problem {

    private static final long serialVersionUID = 1;

    public OrganisationAlreadyLinked(UUID id) {
        super(ProblemKind.CONFLICT, "organisation_already_linked");
        with("organisation", "/api/v1/orgs/" + id);
    }
}
