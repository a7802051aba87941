package okno.webhook.endpoint.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint wants to hear of, and how.
 *
 * @param eventTypes names of event types, at least one
 * @param services codes of services whose events it hears; empty: all
 * @param subjects ids of applications whose events it hears; empty: all
 * @param ordered whether the events of one subject come strictly one after another
 */
public record Subscription(List<String> eventTypes, List<String> services, List<UUID> subjects, boolean ordered) {

    public Subscription {
        eventTypes = List.copyOf(eventTypes);
        services = List.copyOf(services);
        subjects = List.copyOf(subjects);
    }

    /** This with the change made. */
    public Subscription changed(Change change) {
        return new Subscription(
                change.eventTypes == null ? eventTypes : change.eventTypes,
                change.services == null ? services : change.services,
                change.subjects == null ? subjects : change.subjects,
                change.ordered == null ? ordered : change.ordered);
    }

    /** A change; null leaves as it is, an empty list of services or subjects means all again. */
    public record Change(
            @Nullable List<String> eventTypes,
            @Nullable List<String> services,
            @Nullable List<UUID> subjects,
            @Nullable Boolean ordered) {}
}
