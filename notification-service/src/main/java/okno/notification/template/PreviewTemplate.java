package okno.notification.template;

import java.util.Map;
import okno.platform.core.Problem;
import okno.platform.web.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows a message in every medium, with sample values. */
@Component
public class PreviewTemplate {

    private final Templates templates;
    private final Map<String, String> samples = Samples.load();

    PreviewTemplate(Templates templates) {
        this.templates = templates;
    }

    /** A message as people would get it; a one-time code is an SMS alone. */
    public record Preview(
            String message,
            int version,
            @Nullable String title,
            @Nullable String inbox,
            @Nullable String subject,
            @Nullable String text,
            @Nullable String html,
            String sms) {}

    /**
     * @param version null: the newest
     * @throws Problem not found when there is no such message or version
     */
    public Preview handle(String message, @Nullable Integer version, Language language) {
        Integer newest = templates.messages().get(message);
        if (newest == null || version != null && (version < 1 || version > newest)) {
            throw Problem.notFound();
        }
        int shown = version == null ? newest : version;
        String template = Templates.version(message, shown);
        String sms = templates.sms(template, samples, language);
        if (message.startsWith("code.")) {
            return new Preview(message, shown, null, null, null, null, null, sms);
        }
        Templates.Text inbox = templates.inbox(template, samples, language);
        Templates.Text letter = templates.email(template, samples, language);
        String html = templates.html(letter, language);
        return new Preview(message, shown, inbox.title(), inbox.body(), letter.title(), letter.body(), html, sms);
    }
}
