package okno.keycloak.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Keycloak's own store of events, of the realms that have this listener. */
final class EventStore implements EventFeed.StoredEvents {

    private static final int PAGE = 500;

    private final KeycloakSessionFactory sessions;

    EventStore(KeycloakSessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public boolean since(long millis, Function<List<Message>, Boolean> page) {
        // An event that is stored while this reads was offered as well; later pages are none of its business.
        long until = System.currentTimeMillis();
        for (String realm : realms()) {
            if (!all(page, first -> userEvents(realm, millis, until, first))
                    || !all(page, first -> adminEvents(realm, millis, until, first))) {
                return false;
            }
        }
        return true;
    }

    /** @param messages what was read of {@code events} events */
    private record Page(int events, List<Message> messages) {}

    private static boolean all(Function<List<Message>, Boolean> consumer, Function<Integer, Page> query) {
        for (int first = 0; ; first += PAGE) {
            Page page = query.apply(first);
            if (!page.messages().isEmpty() && !consumer.apply(page.messages())) {
                return false;
            }
            if (page.events() < PAGE) {
                return true;
            }
        }
    }

    private List<String> realms() {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> session.realms()
                .getRealmsStream()
                .filter(realm -> realm.getEventsListenersStream().anyMatch(KafkaEventListenerFactory.ID::equals))
                .map(RealmModel::getId)
                .toList());
    }

    private Page userEvents(String realm, long from, long until, int first) {
        return read(realm, session -> {
            var events = session.getProvider(EventStoreProvider.class)
                    .createQuery()
                    .realm(realm)
                    .fromDate(from)
                    .toDate(until)
                    .orderByAscTime()
                    .firstResult(first)
                    .maxResults(PAGE)
                    .getResultStream()
                    .toList();
            List<Message> messages = new ArrayList<>();
            events.forEach(event -> messages.addAll(UserEvents.of(event)));
            return new Page(events.size(), messages);
        });
    }

    private Page adminEvents(String realm, long from, long until, int first) {
        return read(realm, session -> {
            var events = session.getProvider(EventStoreProvider.class)
                    .createAdminQuery()
                    .realm(realm)
                    .fromTime(from)
                    .toTime(until)
                    .orderByAscTime()
                    .firstResult(first)
                    .maxResults(PAGE)
                    .getResultStream()
                    .toList();
            List<Message> messages = new ArrayList<>();
            events.forEach(event -> messages.addAll(AdminEvents.of(event, Actors.of(session, event.getAuthDetails()))));
            return new Page(events.size(), messages);
        });
    }

    private Page read(String realm, Function<KeycloakSession, Page> query) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> {
            session.getContext().setRealm(session.realms().getRealm(realm));
            return query.apply(session);
        });
    }
}
