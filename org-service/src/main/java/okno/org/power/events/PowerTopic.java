package okno.org.power.events;

import okno.org.power.domain.PowerOfAttorney;
import okno.platform.messaging.OutgoingEvent;

/** The topic that powers of attorney are told on; key and subject are the power's id. */
public final class PowerTopic {

    private static final String NAME = "okno.org.power.v1";

    private PowerTopic() {}

    public static OutgoingEvent granted(PowerOfAttorney signed) {
        return event(signed, PowerGrantedV1.TYPE, PowerGrantedV1.from(signed));
    }

    public static OutgoingEvent received(PowerOfAttorney power, PowerReceivedV1 received) {
        return event(power, PowerReceivedV1.TYPE, received);
    }

    public static OutgoingEvent ended(PowerOfAttorney ended) {
        return event(ended, PowerEndedV1.TYPE, PowerEndedV1.from(ended));
    }

    private static OutgoingEvent event(PowerOfAttorney power, String type, Object data) {
        return new OutgoingEvent(NAME, type, power.id(), power.version(), data);
    }
}
