package okno.org.linking.events;

import okno.org.linking.domain.Organisation;
import okno.platform.messaging.OutgoingEvent;

/** The topics that organisations are told on. */
public final class OrganisationTopics {

    public static final String ORGANISATIONS = "okno.org.organisation.v1";
    public static final String ACTING_RIGHTS = "okno.org.acting.v1";

    private OrganisationTopics() {}

    public static OutgoingEvent linked(Organisation organisation) {
        return event(ORGANISATIONS, OrganisationLinkedV1.TYPE, organisation, OrganisationLinkedV1.from(organisation));
    }

    public static OutgoingEvent rejected(Organisation organisation) {
        return event(
                ORGANISATIONS, OrganisationRejectedV1.TYPE, organisation, OrganisationRejectedV1.from(organisation));
    }

    public static OutgoingEvent rightWithdrawn(Organisation organisation) {
        return event(
                ACTING_RIGHTS, ActingRightWithdrawnV1.TYPE, organisation, ActingRightWithdrawnV1.from(organisation));
    }

    private static OutgoingEvent event(String topic, String type, Organisation organisation, Object data) {
        return new OutgoingEvent(topic, type, organisation.id(), organisation.version(), data);
    }
}
