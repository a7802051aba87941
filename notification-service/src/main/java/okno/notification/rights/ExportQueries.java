package okno.notification.rights;

import okno.platform.rights.ExportLines;
import okno.platform.rights.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Everything that this service keeps of one person: push subscriptions are left out, they are keys. */
@Service
public class ExportQueries implements PersonalData {

    private static final String NOTIFICATIONS = """
            select to_char(position, 'FM0000000000000000000') as key, id, event_type as "eventType", template,
                   params::text as params, occurred_at as "occurredAt", read_at as "readAt"
              from notification
             where person_id = :person and position > coalesce(nullif(:after, ''), '0')::bigint
             order by position limit :rows
            """;
    private static final String DELIVERIES = """
            select n.id || d.channel as key, n.id as "notificationId", d.channel, d.state, d.created_at as "createdAt",
                   d.finished_at as "finishedAt"
              from notification n join delivery d on d.notification_id = n.id
             where n.person_id = :person and n.id || d.channel > :after
             order by 1 limit :rows
            """;
    private static final String PREFERENCES = """
            select event_type || '|' || channel as key, event_type as "eventType", channel, enabled, frequency
              from preference
             where person_id = :person and event_type || '|' || channel > :after
             order by 1 limit :rows
            """;
    private static final String RHYTHM = """
            select person_id as key, time_zone as "timeZone", quiet_from::text as "quietFrom",
                   quiet_to::text as "quietTo", digest_at::text as "digestAt"
              from daily_rhythm
             where person_id = :person and person_id > :after
             order by 1 limit :rows
            """;
    private static final String DEVICES = """
            select id::text as key, name, created_at as "createdAt"
              from device
             where person_id = :person and id::text > :after
             order by 1 limit :rows
            """;
    private static final String REMINDERS = """
            select id::text as key, matter, due_on::text as "dueOn", remind_at as "remindAt", params::text as params, state
              from reminder
             where person_id = :person and id::text > :after
             order by 1 limit :rows
            """;

    private final JdbcClient jdbc;

    ExportQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void write(String personId, ExportLines lines) {
        lines.records("notifications", jdbc, NOTIFICATIONS, personId);
        lines.records("deliveries", jdbc, DELIVERIES, personId);
        lines.records("preferences", jdbc, PREFERENCES, personId);
        lines.records("dailyRhythm", jdbc, RHYTHM, personId);
        lines.records("devices", jdbc, DEVICES, personId);
        lines.records("reminders", jdbc, REMINDERS, personId);
    }
}
