package okno.webhook.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import okno.webhook.delivery.persistence.DayPartitions;
import okno.webhook.delivery.persistence.DayPartitions.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the partitions of the next days and lets go of what is older than it is kept. */
@Service
public class KeepDays {

    private static final Logger LOG = LoggerFactory.getLogger(KeepDays.class);
    private static final int DAYS_AHEAD = 7;

    private final DayPartitions partitions;
    private final DeliveryProperties.Retention retention;
    private final Clock clock;

    KeepDays(DayPartitions partitions, DeliveryProperties properties, Clock clock) {
        this.partitions = partitions;
        this.retention = properties.retention();
        this.clock = clock;
    }

    /** Does nothing while another process is at it; true when there is more to do at once. */
    @Transactional
    public boolean handle() {
        if (!partitions.lock()) {
            return false;
        }
        Instant now = clock.instant();
        LocalDate today = day(now);
        for (Table table : Table.values()) {
            for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
                partitions.make(table, today.plusDays(ahead));
            }
            var kept = table == Table.ATTEMPT ? retention.attempts() : retention.events();
            // A partition goes when its last moment is older than what is kept.
            partitions.dropBefore(table, day(now.minus(kept))).forEach(name -> LOG.info("Dropped {}", name));
        }
        return partitions.sweep(
                now.minus(retention.events()), now.minus(retention.attempts()), now.minus(retention.backlog()));
    }

    private static LocalDate day(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
