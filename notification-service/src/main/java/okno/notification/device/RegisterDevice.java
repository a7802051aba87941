package okno.notification.device;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.UUID;
import okno.notification.device.persistence.Devices;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets us push to a browser of the caller. The eldest device gives way to the eleventh. */
@Service
public class RegisterDevice {

    private static final int MOST = 10;

    private final Devices devices;
    private final DeviceSeal seal;
    private final Audit audit;
    private final Clock clock;

    RegisterDevice(Devices devices, DeviceSeal seal, Audit audit, Clock clock) {
        this.devices = devices;
        this.seal = seal;
        this.audit = audit;
        this.clock = clock;
    }

    /** A subscription as the browser gave it, its keys decoded. */
    // Never compared, only used.
    @SuppressWarnings("ArrayRecordComponent")
    public record Command(String name, URI endpoint, byte[] publicKey, byte[] authSecret, Caller caller) {}

    @Transactional
    public UUID handle(Command command) {
        String personId = command.caller().id();
        UUID id = Ids.next();
        var device = new Device(id, command.endpoint(), command.publicKey(), command.authSecret());
        devices.save(id, personId, hash(command.endpoint()), command.name(), seal.seal(device), clock.instant());
        devices.keepNewest(personId, MOST);
        audit.record(command.caller(), AuditRecord.done("device.registered", "device", id, personId, "consent"));
        return id;
    }

    private static byte[] hash(URI endpoint) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(endpoint.toString().getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}
