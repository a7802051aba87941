package okno.notification.reminder;

import okno.notification.EventType;

/** What people are reminded of, and how many days before its date. */
public enum Matter {
    /** The last day of an application's term. */
    APPLICATION(EventType.APPLICATION_DUE, "reminder.application", 1),
    /** The last day to pay. */
    CHARGE(EventType.CHARGE_DUE, "reminder.charge", 3, 1),
    /** The last day that a document or licence is good: time enough to renew it, and once more. */
    DOCUMENT(EventType.DOCUMENT_EXPIRES, "reminder.document", 30, 7);

    private final EventType eventType;
    private final String template;
    private final int[] daysBefore;

    Matter(EventType eventType, String template, int... daysBefore) {
        this.eventType = eventType;
        this.template = template;
        this.daysBefore = daysBefore;
    }

    EventType eventType() {
        return eventType;
    }

    String template() {
        return template;
    }

    int[] daysBefore() {
        return daysBefore.clone();
    }
}
