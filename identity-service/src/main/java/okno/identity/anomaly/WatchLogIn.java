package okno.identity.anomaly;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import okno.identity.anomaly.domain.LogIn;
import okno.identity.anomaly.domain.Place;
import okno.identity.protection.KeyedHash;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Somebody tried to log in. The question to Keycloak comes before the transaction; an event that comes again is known by
 * its id and changes nothing.
 */
@Service
public class WatchLogIn {

    private final LogInOrigins origins;
    private final AddressTable addresses;
    private final KeyedHash hash;
    private final JudgeLogIn judge;

    WatchLogIn(LogInOrigins origins, AddressTable addresses, KeyedHash hash, JudgeLogIn judge) {
        this.origins = origins;
        this.addresses = addresses;
        this.hash = hash;
        this.judge = judge;
    }

    /** Which event of Keycloak's. */
    public record Command(UUID personId, UUID eventId, Instant at, boolean succeeded) {}

    public void handle(Command command) {
        origins.find(command.personId(), command.eventId(), command.at()).ifPresent(origin -> {
            String address = origin.address();
            judge.handle(new LogIn(
                    command.eventId(),
                    command.personId(),
                    command.at(),
                    command.succeeded(),
                    hashed("log_in.network", address),
                    hashed("log_in.device", origin.deviceKind()),
                    place(address, origin.country())));
        });
    }

    /** The proxy knows the country better, the table alone knows where in it. */
    private @Nullable Place place(@Nullable String address, @Nullable String told) {
        Place known = address == null ? null : addresses.find(address).orElse(null);
        return told == null || known != null && known.country().equals(told) ? known : Place.somewhereIn(told);
    }

    private @Nullable String hashed(String purpose, @Nullable String value) {
        return value == null ? null : HexFormat.of().formatHex(hash.of(purpose, value));
    }
}
