package okno.payment;

import java.util.Set;
import java.util.UUID;
import okno.platform.core.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Who owes and pays: the organisation when there is one, else the person.
 *
 * @param personId account of the person who applied or pays
 * @param orgId the organisation; null: the person for themselves
 * @param services codes of the services in which a representative pays for the person; null: no limit
 */
public record Payer(
        String personId, @Nullable UUID orgId, @Nullable Set<String> services) {

    /** SQL condition that a row with {@code person_id} and {@code org_id} belongs to the payer. */
    public static final String OWNS = """
            (case when cast(:orgId as uuid) is null then org_id is null and person_id = :personId
                  else org_id = :orgId end)""";

    /** SQL condition that charge {@code c} is of a service that the payer may pay for. */
    public static final String WITHIN =
            "(cast(:services as text[]) is null or c.service_code = any(cast(:services as text[])))";

    public Payer(String personId, @Nullable UUID orgId) {
        this(personId, orgId, null);
    }

    /** The organisation or the principal acted for, else the caller themselves. */
    public static Payer of(Caller caller) {
        Caller.Principal principal = caller.principal();
        return new Payer(caller.onBehalfOf(), caller.orgId(), principal == null ? null : principal.services());
    }

    /** The parameter of {@link #WITHIN}. */
    public String @Nullable [] serviceCodes() {
        return services == null ? null : services.toArray(String[]::new);
    }
}
