package okno.application.casefile.events;

import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.domain.Duty;
import okno.application.catalogue.domain.Passport;
import okno.platform.messaging.OutgoingEvent;

/** The one event that each step of an application is told by. */
public final class ApplicationEvents {

    public static final String TOPIC = "okno.application.application.v1";

    private ApplicationEvents() {}

    /** {@code passport}: the version that the application was begun with. */
    public static OutgoingEvent of(ApplicationStatus previous, Application application, Passport passport) {
        Duty duty = application.duty();
        if (application.status() == ApplicationStatus.AWAITING_PAYMENT && duty != null) {
            return event(PaymentRequestedV1.TYPE, application, PaymentRequestedV1.from(application, duty));
        }
        String type = application.status() == ApplicationStatus.SUBMITTED
                ? StatusChangedV1.SUBMITTED_TYPE
                : StatusChangedV1.TYPE;
        return event(type, application, StatusChangedV1.from(previous, application, passport));
    }

    private static OutgoingEvent event(String type, Application application, Object data) {
        return new OutgoingEvent(TOPIC, type, application.id(), application.version(), data);
    }
}
