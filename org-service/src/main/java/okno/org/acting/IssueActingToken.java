package okno.org.acting;

import io.jsonwebtoken.Jwts;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import okno.org.linking.OrganisationQueries;
import okno.org.linking.domain.Organisation;
import okno.org.linking.domain.OrganisationStatus;
import okno.org.permission.Role;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Ids;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.security.JwtJson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues the token by which a person acts for a company they are linked to. It is the person's alone: their account, and
 * the key of their access token when that is bound to one, are in it.
 */
@Service
public class IssueActingToken {

    private static final String TYPE = "okno-act+jwt";

    private final OrganisationQueries organisations;
    private final ActingKeys keys;
    private final ActingProperties settings;
    private final Audit audit;
    private final Clock clock;

    IssueActingToken(
            OrganisationQueries organisations, ActingKeys keys, ActingProperties settings, Audit audit, Clock clock) {
        this.organisations = organisations;
        this.keys = keys;
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
        String token = sign(command, organisation, now, expires);
        audit.record(
                caller,
                AuditRecord.done("acting_token.issued", "organisation", organisation.id(), caller.id(), "129-FZ"));
        return new ActingToken(token, expires);
    }

    private String sign(Command command, Organisation organisation, Instant now, Instant expires) {
        var token = Jwts.builder()
                .json(JwtJson.writer())
                .header()
                .type(TYPE)
                .keyId(keys.signingKeyId())
                .and()
                .issuer(settings.issuer())
                .audience()
                .add(settings.audience())
                .and()
                .subject(command.caller().id())
                .id(Ids.next().toString())
                .issuedAt(Date.from(now))
                .expiration(Date.from(expires))
                .claim("org_id", organisation.id().toString())
                .claim("inn", organisation.inn().value())
                .claim("ogrn", organisation.ogrn().value())
                .claim("permissions", Role.HEAD.permissions());
        if (command.caller().sessionId() != null) {
            token.claim("sid", command.caller().sessionId());
        }
        if (command.keyThumbprint() != null) {
            token.claim("cnf", Map.of("jkt", command.keyThumbprint()));
        }
        return token.signWith(keys.signingKey(), Jwts.SIG.ES256).compact();
    }
}
