package okno.payment.charge.events;

import okno.payment.charge.domain.Charge;
import okno.platform.messaging.OutgoingEvent;

/** The topic that charges are told on. */
public final class ChargeTopic {

    public static final String NAME = "okno.payment.charge.v1";

    private ChargeTopic() {}

    public static OutgoingEvent event(String type, Charge charge, Object data) {
        return new OutgoingEvent(NAME, type, charge.id(), charge.version(), data);
    }
}
