package okno.notification.notice.messaging;

import java.util.List;
import java.util.Locale;
import okno.notification.Params;
import org.jspecify.annotations.Nullable;

/**
 * What the service's passport says to applicants who reach a status, as the event carries it. Kept with the notification, so
 * that what was said once is not said otherwise later.
 */
record PassportNotice(List<String> channels, @Nullable Words title, Words text) {

    /** Russian and English. */
    record Words(String ru, String en) {}

    /** Named by the medium, for templates that ask for {@code note} and {@code noteTitle}. */
    void addTo(Params params) {
        for (String channel : channels) {
            String medium = channel.toLowerCase(Locale.ROOT);
            params.with(medium + "NoteRu", text.ru()).with(medium + "NoteEn", text.en());
            if (title != null) {
                params.with(medium + "NoteTitleRu", title.ru()).with(medium + "NoteTitleEn", title.en());
            }
        }
    }
}
