package okno.notification.channel;

/**
 * A message to one address.
 *
 * @param id the same on every repeat, so that the provider may know a repeat by it
 * @param address e-mail address or phone number; lives only as long as this object
 * @param title subject of a letter; empty for an SMS
 * @param html the letter as HTML; empty for an SMS
 */
public record OutgoingMessage(String id, String address, String title, String text, String html) {

    /** Neither address nor text ever reach a log. */
    @Override
    public String toString() {
        return "OutgoingMessage[" + id + "]";
    }
}
