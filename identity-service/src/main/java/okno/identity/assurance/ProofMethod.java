package okno.identity.assurance;

import java.util.UUID;
import okno.identity.assurance.domain.Evidence;
import okno.identity.assurance.domain.Method;
import okno.identity.assurance.domain.Proof;
import okno.identity.assurance.domain.VerificationRefused;
import okno.identity.person.domain.Person;
import okno.platform.core.Port;
import org.jspecify.annotations.Nullable;

/**
 * A way to prove who one is. What it says holds for one person and one time only; whether a level may be raised is
 * decided by {@link RaiseLevel}, never here.
 */
@Port
public interface ProofMethod {

    Method method();

    /**
     * Prepares what the person has to do before there is evidence; called with no transaction open.
     *
     * @throws okno.platform.core.Problem {@code dependency_unavailable} when the provider does not answer
     */
    default Start start(UUID attempt) {
        return Start.NOTHING;
    }

    /**
     * Judges evidence; called with no transaction open.
     *
     * @throws VerificationRefused when it does not prove that this person is who they say, with the reason
     * @throws okno.platform.core.Problem {@code dependency_unavailable} when it cannot be judged now
     */
    Proof examine(Person person, Evidence evidence);

    /** Uses up what is good once, in the transaction that raises the level; false when somebody was faster. */
    default boolean use(Proof proof) {
        return true;
    }

    /**
     * What the person does first.
     *
     * @param challenge to be signed
     * @param page to be visited
     */
    record Start(@Nullable String challenge, @Nullable String page) {

        static final Start NOTHING = new Start(null, null);
    }
}
