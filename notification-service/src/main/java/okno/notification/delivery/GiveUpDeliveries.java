package okno.notification.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import okno.notification.delivery.persistence.Deliveries;
import okno.notification.delivery.persistence.MessageCounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends honestly what will not end by itself, and forgets counters of days gone by. */
@Service
public class GiveUpDeliveries {

    private static final Logger LOG = LoggerFactory.getLogger(GiveUpDeliveries.class);
    private static final int DAYS_COUNTED = 3;

    private final Deliveries deliveries;
    private final MessageCounts counts;
    private final DeliveryProperties properties;
    private final Clock clock;

    GiveUpDeliveries(Deliveries deliveries, MessageCounts counts, DeliveryProperties properties, Clock clock) {
        this.deliveries = deliveries;
        this.counts = counts;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${okno.notification.delivery.give-up-look:30s}")
    @Transactional
    public void handle() {
        Instant now = clock.instant();
        int failed = deliveries.giveUp(now, now.minus(properties.giveUpAfter()), now.minus(properties.uncertainFor()));
        if (failed > 0) {
            LOG.warn("{} deliveries were given up", failed);
        }
        counts.forgetBefore(LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS_COUNTED));
    }
}
