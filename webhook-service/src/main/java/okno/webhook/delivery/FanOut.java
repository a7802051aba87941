package okno.webhook.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import okno.webhook.delivery.domain.FrozenEvent;
import okno.webhook.delivery.engine.Fresh;
import okno.webhook.delivery.engine.WorkSignal;
import okno.webhook.delivery.persistence.ApplicationScopes;
import okno.webhook.delivery.persistence.ApplicationScopes.ApplicationScope;
import okno.webhook.delivery.persistence.FannedEvents;
import okno.webhook.delivery.persistence.FannedEvents.MadeDelivery;
import okno.webhook.delivery.persistence.FannedEvents.ToldEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Freezes events and makes a delivery for every endpoint that may hear one and wants to. An organisation hears of its own
 * applications from the first event; an agency hears of an application when it is submitted, and then of all that came
 * before.
 */
@Service
public class FanOut {

    private final FannedEvents events;
    private final ApplicationScopes scopes;
    private final WorkSignal signal;
    private final Clock clock;

    FanOut(FannedEvents events, ApplicationScopes scopes, WorkSignal signal, Clock clock) {
        this.events = events;
        this.scopes = scopes;
        this.signal = signal;
        this.clock = clock;
    }

    /** Events in the order in which they were read. */
    public record Command(List<FrozenEvent> events) {}

    /** One transaction for all of them; nothing is done for those that were fanned out already. */
    @Transactional
    public void handle(Command command) {
        List<FrozenEvent> batch = distinct(command.events());
        if (batch.isEmpty()) {
            return;
        }
        Map<UUID, ApplicationScope> known = scopes.learn(said(batch));
        Set<UUID> held = batch.stream()
                .filter(event -> agency(known, event.applicationId()) == null)
                .map(FrozenEvent::id)
                .collect(Collectors.toSet());
        Set<UUID> fresh = events.insert(batch, held);
        Map<String, List<ToldEvent>> byAudience = new LinkedHashMap<>();
        for (ToldEvent late : released(known)) {
            add(byAudience, "agency:" + agency(known, late.applicationId()), late);
        }
        for (FrozenEvent event : batch) {
            if (fresh.contains(event.id())) {
                address(byAudience, event, known);
            }
        }
        Instant now = clock.instant();
        signal.handOverAfterCommit(fresh(events.tell(byAudience, now), batch, now));
    }

    /** The deliveries with what is sent; those of events released just now have nothing here, and are read later. */
    private static List<Fresh> fresh(List<MadeDelivery> made, List<FrozenEvent> batch, Instant now) {
        Map<UUID, FrozenEvent> byId = batch.stream().collect(Collectors.toMap(FrozenEvent::id, event -> event));
        return made.stream()
                .map(one -> Fresh.of(one, byId.get(one.eventId()), now))
                .toList();
    }

    private List<ToldEvent> released(Map<UUID, ApplicationScope> known) {
        Map<UUID, @Nullable String> services = new HashMap<>();
        known.values().stream()
                .filter(ApplicationScope::toldNow)
                .forEach(scope -> services.put(scope.id(), scope.service()));
        return services.isEmpty() ? List.of() : events.release(services.keySet(), services);
    }

    private static void address(
            Map<String, List<ToldEvent>> byAudience, FrozenEvent event, Map<UUID, ApplicationScope> known) {
        ApplicationScope scope = known.get(event.applicationId());
        var told =
                new ToldEvent(event.id(), event.type(), event.applicationId(), scope == null ? null : scope.service());
        String agency = agency(known, event.applicationId());
        if (agency != null) {
            add(byAudience, "agency:" + agency, told);
        }
        if (event.scope().organisation() != null) {
            add(byAudience, "org:" + event.scope().organisation(), told);
        }
    }

    private static void add(Map<String, List<ToldEvent>> byAudience, String audience, ToldEvent event) {
        byAudience.computeIfAbsent(audience, name -> new ArrayList<>()).add(event);
    }

    private static @Nullable String agency(Map<UUID, ApplicationScope> known, UUID application) {
        ApplicationScope scope = known.get(application);
        return scope == null ? null : scope.agency();
    }

    private static Collection<ApplicationScope> said(List<FrozenEvent> batch) {
        return batch.stream()
                .map(event -> new ApplicationScope(
                        event.applicationId(),
                        event.scope().agency(),
                        event.scope().service(),
                        false))
                .collect(Collectors.toMap(
                        ApplicationScope::id, scope -> scope, ApplicationScope::or, LinkedHashMap::new))
                .values();
    }

    private static List<FrozenEvent> distinct(List<FrozenEvent> events) {
        return List.copyOf(events.stream()
                .collect(Collectors.toMap(
                        FrozenEvent::id, event -> event, (first, repeated) -> first, LinkedHashMap::new))
                .values());
    }
}
