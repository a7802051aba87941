package okno.notification.preference.web;

import okno.notification.preference.ChangePreferences;
import okno.notification.preference.UnsubscribeLinks;
import okno.notification.preference.Unsubscription;
import okno.platform.core.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the unsubscribe link of a letter leads to; the link is its holder's credential. */
@RestController
@RequestMapping("/api/v1/notifications/unsubscriptions/{token}")
@PreAuthorize("denyAll()")
class UnsubscribeController {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="ru"><head><meta charset="UTF-8"/><title>Окно</title></head>
            <body style="font-family: sans-serif; max-width: 36em; margin: 2em auto">
            <form method="post">
            <p>Больше не присылать таких писем? Уведомления останутся в личном кабинете.</p>
            <p lang="en">No more letters of this kind? The notifications stay in your account.</p>
            <button type="submit">Отписаться / Unsubscribe</button>
            </form></body></html>
            """;

    private final UnsubscribeLinks links;
    private final ChangePreferences changePreferences;

    UnsubscribeController(UnsubscribeLinks links, ChangePreferences changePreferences) {
        this.links = links;
        this.changePreferences = changePreferences;
    }

    /** Asks first: scanners of mail follow every link, and none of them may unsubscribe anybody (RFC 8058, 1). */
    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    @PreAuthorize("permitAll()")
    String ask(@PathVariable String token) {
        wanted(token);
        return PAGE;
    }

    /** From the mail program's button, or from the page above. */
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("permitAll()")
    void unsubscribe(@PathVariable String token) {
        changePreferences.turnOff(wanted(token));
    }

    private Unsubscription wanted(String token) {
        return links.read(token).orElseThrow(Problem::notFound);
    }
}
