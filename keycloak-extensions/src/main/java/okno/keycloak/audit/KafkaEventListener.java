package okno.keycloak.audit;

import java.util.ArrayList;
import java.util.List;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/** Holds the messages of one request until its transaction has committed; those of a rolled back one are forgotten. */
final class KafkaEventListener implements EventListenerProvider {

    private final KeycloakSession session;
    private final List<Message> held = new ArrayList<>();

    KafkaEventListener(KeycloakSession session, EventFeed feed) {
        this.session = session;
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                held.forEach(feed::offer);
            }

            @Override
            protected void rollbackImpl() {
                held.clear();
            }
        });
    }

    @Override
    public void onEvent(Event event) {
        held.addAll(UserEvents.of(event));
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        // The actor is looked up now: after the commit the session reads nothing any more.
        held.addAll(AdminEvents.of(event, Actors.of(session, event.getAuthDetails())));
    }

    @Override
    public void close() {}
}
