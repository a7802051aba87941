package okno.webhook.endpoint;

import okno.webhook.BackgroundLoop;
import okno.webhook.Wakeup;
import org.springframework.stereotype.Component;

/** Looks at the health of endpoints every few seconds. */
@Component
class HealthWatch extends BackgroundLoop {

    private final AnnounceHealth announce;

    HealthWatch(AnnounceHealth announce, EndpointProperties properties) {
        super("health-watch", new Wakeup(), properties.healthPoll());
        this.announce = announce;
    }

    @Override
    protected boolean work() {
        announce.handle();
        return false;
    }
}
