package okno.application.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import okno.application.catalogue.domain.Passport;
import okno.application.catalogue.domain.References;
import okno.application.catalogue.persistence.Passports;
import okno.application.catalogue.persistence.ReferenceRows;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the catalogue in memory. Whoever asks looks at the revision in the database when nobody has for half a second, so
 * that what one replica publishes is in force on all of them within a second.
 */
@Component
public class CatalogueSnapshots {

    private static final long MAX_AGE = Duration.ofMillis(500).toNanos();

    private final Passports passports;
    private final ReferenceRows references;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();

    private volatile @Nullable Checked checked;

    CatalogueSnapshots(Passports passports, ReferenceRows references, Clock clock) {
        this.passports = passports;
        this.references = references;
        this.clock = clock;
    }

    private record Checked(Catalogue catalogue, long at) {

        boolean isFresh() {
            return System.nanoTime() - at < MAX_AGE;
        }
    }

    public Catalogue current() {
        Checked known = checked;
        return known != null && known.isFresh() ? known.catalogue : look(false);
    }

    /** Reads anew what has just been committed here. */
    public void refresh() {
        look(true);
    }

    /**
     * One looks at a time. Who only reads goes on with what is known meanwhile: a caller that waited here with a connection
     * in hand, for one that waits for a connection, would wait for itself.
     */
    private Catalogue look(boolean now) {
        Checked before = checked;
        if (now || before == null) {
            lock.lock();
        } else if (!lock.tryLock()) {
            return before.catalogue;
        }
        try {
            Checked known = checked;
            if (!now && known != null && known.isFresh()) {
                return known.catalogue;
            }
            long at = System.nanoTime();
            // The revision first: what is committed between the two reads is read again next time, never missed.
            long revision = passports.revision();
            Catalogue catalogue =
                    known != null && known.catalogue.revision() == revision ? known.catalogue : load(revision);
            checked = new Checked(catalogue, at);
            return catalogue;
        } finally {
            lock.unlock();
        }
    }

    private Catalogue load(long revision) {
        Map<String, Passport> services = new TreeMap<>();
        passports.newest().forEach(stored -> services.put(stored.code(), PassportFormat.read(stored.content())));
        References known = references.all();
        CatalogueIndex index =
                CatalogueIndex.of(services.values(), known, LocalDate.now(clock.withZone(TermQueries.ZONE)));
        return new Catalogue(revision, services, index, known, references.calendar());
    }
}
