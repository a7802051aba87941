package okno.notification.channel;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A message to one address.
 *
 * @param id the same on every repeat, so that the provider may know a repeat by it
 * @param address e-mail address, phone number, or for push the person's id; lives only as long as this object
 * @param title subject of a letter or of a push; empty for an SMS
 * @param html the letter as HTML; empty elsewhere
 * @param unsubscribe turns this kind of letter off with one click; null when it cannot be turned off
 * @param receipt whether the provider is asked to tell what becomes of it
 */
public record OutgoingMessage(
        String id,
        String address,
        String title,
        String text,
        String html,
        @Nullable URI unsubscribe,
        boolean receipt) {

    /** A text without a title. */
    public static OutgoingMessage sms(String id, String phone, String text, boolean receipt) {
        return new OutgoingMessage(id, phone, "", text, "", null, receipt);
    }

    /** Neither address nor text ever reach a log. */
    @Override
    public String toString() {
        return "OutgoingMessage[" + id + "]";
    }
}
