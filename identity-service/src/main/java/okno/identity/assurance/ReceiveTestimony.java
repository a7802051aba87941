package okno.identity.assurance;

import okno.identity.assurance.domain.Method;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Believes what a verifier says only when its signature proves it, and leaves a trace of what is refused. */
@Service
public class ReceiveTestimony {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiveTestimony.class);

    private final Testimonies testimonies;
    private final RaiseLevel raiseLevel;
    private final Audit audit;
    private final TransactionOperations transaction;

    ReceiveTestimony(Testimonies testimonies, RaiseLevel raiseLevel, Audit audit, TransactionOperations transaction) {
        this.testimonies = testimonies;
        this.raiseLevel = raiseLevel;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * False when it is forged, stale or not what was agreed.
     *
     * @throws okno.platform.core.Problem "not found" when it is about no attempt of this kind
     */
    public boolean handle(Method method, String jwt) {
        var said = testimonies.read(method, jwt).orElse(null);
        if (said == null) {
            LOG.warn("A callback of {} was not genuine", method);
            transaction.executeWithoutResult(status -> audit.record(
                    "identity-service",
                    AuditRecord.refused("testimony.received", "testimony", method.name(), null, IssueMfcCode.BASIS)));
            return false;
        }
        raiseLevel.handle(method, new RaiseLevel.Answer(said.attempt(), said.testimony()));
        return true;
    }
}
