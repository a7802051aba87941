package okno.notification.device;

import java.util.UUID;
import okno.notification.device.persistence.Devices;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends pushes to a device. */
@Service
public class RemoveDevice {

    private final Devices devices;
    private final Audit audit;

    RemoveDevice(Devices devices, Audit audit) {
        this.devices = devices;
        this.audit = audit;
    }

    /** A device of the caller's own. */
    public record Command(UUID id, Caller caller) {}

    /** @throws Problem not found when the caller has no such device */
    @Transactional
    public void handle(Command command) {
        String personId = command.caller().id();
        if (!devices.delete(personId, command.id())) {
            throw Problem.notFound();
        }
        audit.record(command.caller(), AuditRecord.done("device.removed", "device", command.id(), personId, "consent"));
    }

    /** The push service says that the browser has unsubscribed. */
    @Transactional
    public void gone(UUID id) {
        devices.delete(id);
        audit.record("push", AuditRecord.done("device.removed", "device", id, null, "consent"));
    }
}
