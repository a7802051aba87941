package okno.application.corrective.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import okno.application.casefile.domain.TermWatch;
import okno.application.corrective.domain.CorrectiveAction;
import okno.platform.messaging.OutgoingEvent;
import org.jspecify.annotations.Nullable;

/**
 * Contracts {@code corrective-action-opened.v1}, {@code corrective-action-escalated.v1} and {@code
 * corrective-action-closed.v1}, one shape. Neither who rated nor which application it was.
 *
 * @param number number of the corrective action
 * @param level how much of its time is gone; only when escalated
 * @param leads accounts of those who lead, when nobody works on it
 */
public record CorrectiveActionV1(
        UUID actionId,
        String number,
        String serviceCode,
        String agency,
        @Nullable String region,
        CorrectiveAction.Kind kind,
        @Nullable Integer rating,
        @Nullable BigDecimal mean,
        @Nullable Integer ratings,
        CorrectiveAction.Status status,
        TermWatch.@Nullable Level level,
        @Nullable String assignee,
        List<String> leads,
        @Nullable String cause,
        LocalDate dueOn,
        Instant occurredAt) {

    public static final String TOPIC = "okno.application.application.v1";
    public static final String OPENED_TYPE = "okno.corrective_action.opened.v1";
    public static final String ESCALATED_TYPE = "okno.corrective_action.escalated.v1";
    public static final String CLOSED_TYPE = "okno.corrective_action.closed.v1";

    public static OutgoingEvent opened(CorrectiveAction action, List<String> leads, Instant now) {
        return event(OPENED_TYPE, action, action.version(), from(action, null, leads, now));
    }

    public static OutgoingEvent escalated(
            CorrectiveAction action, TermWatch.Level level, List<String> leads, Instant now) {
        return event(ESCALATED_TYPE, action, action.version() + 1, from(action, level, leads, now));
    }

    public static OutgoingEvent closed(CorrectiveAction action, Instant now) {
        return event(CLOSED_TYPE, action, action.version(), from(action, null, List.of(), now));
    }

    private static OutgoingEvent event(String type, CorrectiveAction action, long version, Object data) {
        return new OutgoingEvent(TOPIC, type, action.id(), version, data);
    }

    private static CorrectiveActionV1 from(
            CorrectiveAction action, TermWatch.@Nullable Level level, List<String> leads, Instant now) {
        var closure = action.closure();
        return new CorrectiveActionV1(
                action.id(),
                action.number(),
                action.serviceCode(),
                action.agency(),
                action.region(),
                action.ground().kind(),
                action.ground().rating(),
                action.ground().mean(),
                action.ground().ratings(),
                action.status(),
                level,
                action.assignee(),
                leads,
                closure == null ? null : closure.cause(),
                action.dueOn(),
                now);
    }
}
