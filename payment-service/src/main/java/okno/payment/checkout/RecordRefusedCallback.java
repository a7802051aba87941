package okno.payment.checkout;

import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the audit journal of a callback that was not believed. */
@Service
class RecordRefusedCallback {

    private final Audit audit;

    RecordRefusedCallback(Audit audit) {
        this.audit = audit;
    }

    /** @param about what it was about: the payment's id, or {@code signature} when not even that is believed */
    @Transactional
    public void handle(String about) {
        audit.record(
                "payment-service",
                AuditRecord.refused("provider_callback.received", "provider_callback", about, null, "161-FZ"));
    }
}
