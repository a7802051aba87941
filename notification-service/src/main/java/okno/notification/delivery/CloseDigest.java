package okno.notification.delivery;

import java.util.List;
import java.util.UUID;
import okno.notification.delivery.persistence.Digests;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends the gathering of a digest and reads it; whenever it is repeated, it holds the same. */
@Service
public class CloseDigest {

    private static final int SHOWN = 30;

    private final Digests digests;

    CloseDigest(Digests digests) {
        this.digests = digests;
    }

    /** @param items the newest of them */
    public record Content(List<DigestItem> items, long count) {}

    @Transactional
    public Content handle(UUID id) {
        digests.close(id);
        return new Content(digests.items(id, SHOWN), digests.count(id));
    }
}
