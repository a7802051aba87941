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
 * @param principal the person they act for under a power of attorney, proved the same way; null: for nobody. Never
 *     together with a company
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
        @Nullable Acting acting,
        @Nullable Principal principal) {

    public Caller {
        authorities = Set.copyOf(authorities);
    }

    /** Whoever acts for themselves or for a company. */
    public Caller(
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
        this(id, kind, authorities, ial, acr, authenticatedAt, sessionId, agency, region, acting, null);
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

    /**
     * Another person, for whom the caller acts under a power of attorney (Civil Code art. 185).
     *
     * @param personId the principal's account id
     * @param permissions what the caller may do for them, such as {@code applications.draft}
     * @param services codes of the services that it is given for
     */
    public record Principal(String personId, UUID powerOfAttorneyId, Set<String> permissions, Set<String> services) {

        public Principal {
            permissions = Set.copyOf(permissions);
            services = Set.copyOf(services);
        }
    }

    public boolean has(String authority) {
        return authorities.contains(authority);
    }

    /** The organisation acted for, or null when the person acts for themselves. */
    public @Nullable UUID orgId() {
        return acting == null ? null : acting.orgId();
    }

    /** Whose affairs these are: the principal's under a power of attorney, else the caller's own. */
    public String onBehalfOf() {
        return principal == null ? id : principal.personId();
    }

    /**
     * Refuses a service that the power of attorney relied on was not given for.
     *
     * @throws Problem {@code poa_no_power}
     */
    public void requireService(String code) {
        if (principal != null && !principal.services().contains(code)) {
            throw noPower();
        }
    }

    /** The refusal of what a power of attorney does not name. */
    public static Problem noPower() {
        return new Problem(ProblemKind.FORBIDDEN, "poa_no_power");
    }

    /** Refuses unless the person acts for themselves or holds this permission in the company acted for. */
    public void requirePermission(String permission) {
        if (acting != null && !acting.permissions().contains(permission)) {
            throw new Problem(ProblemKind.FORBIDDEN, "permission_missing", permission);
        }
    }
}
