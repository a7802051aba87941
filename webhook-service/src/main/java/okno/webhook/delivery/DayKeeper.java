package okno.webhook.delivery;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks after the days every hour. */
@Component
class DayKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(DayKeeper.class);
    private static final int BATCHES_AT_ONCE = 100;

    private final KeepDays keepDays;

    DayKeeper(KeepDays keepDays) {
        this.keepDays = keepDays;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT20S")
    void keep() {
        try {
            for (int batch = 0; keepDays.handle() && batch < BATCHES_AT_ONCE; batch++) {
                LOG.debug("More is to be let go of");
            }
        } catch (DataAccessException e) {
            LOG.warn("Partitions were not looked after, and will be in an hour: {}", e.toString());
        }
    }
}
