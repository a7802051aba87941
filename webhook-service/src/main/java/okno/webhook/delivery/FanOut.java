package okno.webhook.delivery;

import java.time.Clock;
import java.util.List;
import okno.webhook.delivery.domain.FrozenEvent;
import okno.webhook.delivery.persistence.FannedEvents;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Freezes an event and makes a delivery for every endpoint that may hear it and wants to. An organisation hears of its
 * own applications from the first event; an agency hears of an application when it is submitted, and then of all that
 * came before.
 */
@Service
public class FanOut {

    private final FannedEvents events;
    private final DispatchSignal signal;
    private final Clock clock;

    FanOut(FannedEvents events, DispatchSignal signal, Clock clock) {
        this.events = events;
        this.signal = signal;
        this.clock = clock;
    }

    /** The event. */
    public record Command(FrozenEvent event) {}

    /** Does nothing for an event that was fanned out already. */
    @Transactional
    public void handle(Command command) {
        FrozenEvent event = command.event();
        if (!events.insert(event)) {
            return;
        }
        var now = clock.instant();
        int deliveries = events.agencyOf(event)
                .map(agency -> events.tell("agency:" + agency, events.release(event.applicationId()), now))
                .orElse(0);
        if (event.organisation() != null) {
            deliveries += events.tell("org:" + event.organisation(), List.of(event.id()), now);
        }
        if (deliveries > 0) {
            signal.raiseAfterCommit();
        }
    }
}
