package okno.identity.signature;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import okno.identity.signature.domain.Signature;
import okno.identity.signature.domain.SignatureStatus;
import okno.identity.signature.persistence.SignatureFiles;
import okno.identity.signature.persistence.Signatures;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Signatures as their owner and the other services read them. */
@Service
public class SignatureQueries {

    private final Signatures signatures;
    private final SignatureFiles files;
    private final Clock clock;

    SignatureQueries(Signatures signatures, SignatureFiles files, Clock clock) {
        this.signatures = signatures;
        this.files = files;
        this.clock = clock;
    }

    /** A signature with the status it has now. */
    public record View(Signature signature, SignatureStatus status) {}

    /** The caller's history, newest first, one row more than asked for when there are more. */
    public List<View> history(Caller caller, @Nullable UUID after, int rows) {
        Instant now = clock.instant();
        return signatures.page(personOf(caller), caller.orgId(), after, rows).stream()
                .map(signature -> new View(signature, signature.statusAt(now)))
                .toList();
    }

    /** Any signature, for another service that was given its id. */
    public View byId(UUID id) {
        Signature signature = signatures.find(id).orElseThrow(Problem::notFound);
        return new View(signature, signature.statusAt(clock.instant()));
    }

    /** One of the caller's own. */
    public View mine(Caller caller, UUID id) {
        View view = byId(id);
        if (!view.signature().personId().equals(personOf(caller))
                || !Objects.equals(view.signature().orgId(), caller.orgId())) {
            throw Problem.notFound();
        }
        return view;
    }

    /** The detached signature of the caller's; "not found" when there is none. */
    public byte[] file(Caller caller, UUID id) {
        return files.find(mine(caller, id).signature().id()).orElseThrow(Problem::notFound);
    }

    static UUID personOf(Caller caller) {
        try {
            return UUID.fromString(caller.id());
        } catch (IllegalArgumentException machine) {
            throw Problem.notFound();
        }
    }
}
