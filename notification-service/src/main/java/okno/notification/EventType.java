package okno.notification;

import java.util.Arrays;
import java.util.Optional;

/** Events that people are told of. */
public enum EventType {
    APPLICATION_SUBMITTED("okno.application.submitted.v1", false),
    APPLICATION_STATUS_CHANGED("okno.application.status_changed.v1", false),
    APPEAL_REGISTERED("okno.appeal.registered.v1", false),
    APPEAL_DECIDED("okno.appeal.decided.v1", false),
    APPLICATION_FILE_REJECTED("okno.application.file_rejected.v1", false),
    /** Told to whoever began the draft. */
    DRAFT_EXPIRING("okno.draft.expiring.v1", false),
    /** Told to the applicant, or to the officer who works on it: to whoever did not write. */
    APPLICATION_MESSAGE_SENT("okno.application.message_sent.v1", false),
    /** Told to the officer who works on it, not to the applicant. */
    APPLICATION_ASSIGNED("okno.application.assigned.v1", false),
    APPLICATION_DOCUMENT_SHARED("okno.application.document_shared.v1", false),
    /** Told to the officer who works on it, to those who lead the unit when nobody does. */
    APPLICATION_ESCALATED("okno.application.deadline_escalated.v1", false),
    /** Told to those who lead at the agency. */
    CORRECTIVE_OPENED("okno.corrective_action.opened.v1", false),
    CORRECTIVE_ESCALATED("okno.corrective_action.escalated.v1", false),
    DOCUMENT_REJECTED("okno.document.rejected.v1", false),
    /** Asked for by the person: a letter, whatever was chosen. */
    RESULT_MAIL_REQUESTED("okno.result.mail_requested.v1", false),
    CHARGE_CREATED("okno.charge.created.v1", false),
    CHARGE_PAID("okno.charge.paid.v1", false),
    REFUND_STARTED("okno.refund.started.v1", false),
    REFUND_PAID("okno.refund.paid.v1", false),
    /** Made here, from the dates of others' events. */
    APPLICATION_DUE("okno.reminder.application_due.v1", false),
    CHARGE_DUE("okno.reminder.charge_due.v1", false),
    DOCUMENT_EXPIRES("okno.reminder.document_expires.v1", false),
    ENDPOINT_FAILING("okno.endpoint.failing.v1", false),
    ENDPOINT_DISABLED("okno.endpoint.disabled.v1", false),
    ENDPOINT_RECOVERED("okno.endpoint.recovered.v1", false),
    CLIENT_STATUS_CHANGED("okno.client.status_changed.v1", true),
    ORGANISATION_LINKED("okno.organisation.linked.v1", false),
    ORGANISATION_REJECTED("okno.organisation.rejected.v1", false),
    ACTING_RIGHT_WITHDRAWN("okno.acting_right.withdrawn.v1", true),
    POWER_GRANTED("okno.power_of_attorney.granted.v1", true),
    POWER_RECEIVED("okno.power_of_attorney.received.v1", true),
    POWER_ENDED("okno.power_of_attorney.ended.v1", true),
    ACCOUNT_LOCKED("okno.account.locked.v1", true),
    ACCOUNT_OPENED("okno.account.opened.v1", true),
    ASSURANCE_CHANGED("okno.assurance.changed.v1", true),
    CONTACT_CHANGE_REQUESTED("okno.contact.change_requested.v1", true),
    ANOMALY_FOUND("okno.anomaly.found.v1", true),
    PASSWORD_RESET("okno.account.password_reset.v1", true),
    SIGNATURE_CONFIRMED("okno.signature.confirmed.v1", true),
    DATA_REQUEST_DECIDED("okno.data_request.decided.v1", true),
    DATA_REQUEST_READY("okno.data_request.ready.v1", true),
    PROFILE_UPDATED("okno.profile.updated.v1", true);

    private final String type;
    private final boolean mandatory;

    EventType(String type, boolean mandatory) {
        this.type = type;
        this.mandatory = mandatory;
    }

    /** The CloudEvents type. */
    public String type() {
        return type;
    }

    /** True for security notices, which nobody can turn off: not the person, and so not a thief either. */
    public boolean mandatory() {
        return mandatory;
    }

    /** True for what the person has just asked to be sent by e-mail: it comes by that, at once, and by nothing else. */
    public boolean mailOnly() {
        return this == RESULT_MAIL_REQUESTED;
    }

    /** True where there is nothing to choose. */
    public boolean fixed() {
        return mandatory || mailOnly();
    }

    public static Optional<EventType> of(String type) {
        return Arrays.stream(values()).filter(known -> known.type.equals(type)).findFirst();
    }
}
