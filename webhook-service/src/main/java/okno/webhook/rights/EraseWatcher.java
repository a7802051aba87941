package okno.webhook.rights;

import java.util.Map;
import java.util.UUID;
import okno.platform.rights.Erasing;
import okno.webhook.endpoint.persistence.Watchers;
import org.springframework.stereotype.Component;

/** Whose account ends watches no endpoint any more. */
@Component
class EraseWatcher implements Erasing {

    private final Watchers watchers;

    EraseWatcher(Watchers watchers) {
        this.watchers = watchers;
    }

    @Override
    public Map<String, Long> erase(String personId) {
        return Map.of("endpoint_watch", watchers.removeAll(UUID.fromString(personId)));
    }
}
