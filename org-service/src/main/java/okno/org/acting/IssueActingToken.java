package okno.org.acting;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import okno.org.linking.OrganisationQueries;
import okno.org.linking.domain.Organisation;
import okno.org.linking.domain.OrganisationStatus;
import okno.org.permission.Role;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues the token by which a person acts for a company they are linked to. It is the person's alone: their account, and
 * the key of their access token when that is bound to one, are in it.
 */
@Service
public class IssueActingToken {

    private final OrganisationQueries organisations;
    private final ActingTokens tokens;
    private final ActingProperties settings;
    private final Audit audit;
    private final Clock clock;

    IssueActingToken(
            OrganisationQueries organisations,
            ActingTokens tokens,
            ActingProperties settings,
            Audit audit,
            Clock clock) {
        this.organisations = organisations;
        this.tokens = tokens;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Who wants to act, and for whom.
     *
     * @param keyThumbprint the key that the caller's access token is bound to, or null
     */
    public record Command(Caller caller, @Nullable String keyThumbprint, UUID orgId) {}

    /** The token and its end. */
    public record ActingToken(String token, Instant expiresAt) {}

    @Transactional
    public ActingToken handle(Command command) {
        Caller caller = command.caller();
        Organisation organisation = organisations.get(command.orgId(), caller);
        if (!caller.ial().equals("confirmed")) {
            throw new Problem(ProblemKind.FORBIDDEN, "account_not_confirmed");
        }
        if (organisation.status() != OrganisationStatus.LINKED) {
            throw new Problem(ProblemKind.CONFLICT, "organisation_not_linked");
        }
        Instant now = clock.instant();
        Instant expires = now.plus(settings.life());
        String token = tokens.write(
                new ActingTokens.Whose(caller, command.keyThumbprint()),
                now,
                expires,
                Map.of(
                        "org_id", organisation.id().toString(),
                        "inn", organisation.inn().value(),
                        "ogrn", organisation.ogrn().value(),
                        "permissions", Role.HEAD.permissions()));
        audit.record(
                caller,
                AuditRecord.done("acting_token.issued", "organisation", organisation.id(), caller.id(), "129-FZ"));
        return new ActingToken(token, expires);
    }
}
