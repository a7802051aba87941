package okno.platform.core;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, for whom, and how strongly known: all that a use case learns of security.
 *
 * @param id the person's id ({@code sub}), or the client id of a machine
 * @param kind person, agency or partner machine, or one of our own services
 * @param authorities authority words: person, officer, integrator, client, admin, service, mfc
 * @param ial how well the person is known: simplified, standard, confirmed; empty for machines
 * @param acr how the person logged in: pwd, 2fa, qes; empty for machines
 * @param authenticatedAt when the person last answered the log-in page itself; null for machines
 * @param sessionId the log-in session, when there is one
 * @param agency code of the agency that an officer, an integrator or a client works for
 * @param region code of the region that an officer is limited to; null: all regions
 * @param acting the company the person acts for, proved by an acting token; null: for themselves
 */
public record Caller(
        String id,
        Kind kind,
        Set<String> authorities,
        String ial,
        String acr,
        @Nullable Instant authenticatedAt,
        @Nullable String sessionId,
        @Nullable String agency,
        @Nullable String region,
        @Nullable Acting acting) {

    public Caller {
        authorities = Set.copyOf(authorities);
    }

    /** Whose token it is. */
    public enum Kind {
        PERSON,
        CLIENT,
        SERVICE
    }

    /**
     * A company that the caller acts for, from a verified acting token.
     *
     * @param orgId the organisation's id
     * @param inn its INN, 10 digits, or 12 for a sole trader
     * @param ogrn its ОГРН or ОГРНИП
     * @param permissions what the caller may do for it, such as {@code applications.submit}
     * @param powerOfAttorneyId the power of attorney relied on; null for the head and for employees by role
     */
    public record Acting(
            UUID orgId,
            String inn,
            String ogrn,
            Set<String> permissions,
            @Nullable String powerOfAttorneyId) {

        public Acting {
            permissions = Set.copyOf(permissions);
        }
    }

    public boolean has(String authority) {
        return authorities.contains(authority);
    }

    /** The organisation acted for, or null when the person acts for themselves. */
    public @Nullable UUID orgId() {
        return acting == null ? null : acting.orgId();
    }

    /** Refuses unless the person acts for themselves or holds this permission in the company acted for. */
    public void requirePermission(String permission) {
        if (acting != null && !acting.permissions().contains(permission)) {
            throw new Problem(ProblemKind.FORBIDDEN, "permission_missing", permission);
        }
    }
}
