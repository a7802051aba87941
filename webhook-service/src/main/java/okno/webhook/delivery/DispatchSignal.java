package okno.webhook.delivery;

import okno.webhook.Wakeup;
import org.springframework.stereotype.Component;

/** Wakes the dispatcher of this process when there is something to send. */
@Component
class DispatchSignal {

    private final Wakeup wakeup = new Wakeup();

    Wakeup wakeup() {
        return wakeup;
    }

    void raiseAfterCommit() {
        wakeup.raiseAfterCommit();
    }
}
