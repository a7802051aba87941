package okno.payment;

import java.util.UUID;
import okno.platform.core.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Who owes and pays: the organisation when there is one, else the person.
 *
 * @param personId account of the person who applied or pays
 * @param orgId the organisation; null: the person for themselves
 */
public record Payer(String personId, @Nullable UUID orgId) {

    /** SQL condition that a row with {@code person_id} and {@code org_id} belongs to the payer. */
    public static final String OWNS = """
            (case when cast(:orgId as uuid) is null then org_id is null and person_id = :personId
                  else org_id = :orgId end)""";

    public static Payer of(Caller caller) {
        return new Payer(caller.id(), caller.orgId());
    }
}
