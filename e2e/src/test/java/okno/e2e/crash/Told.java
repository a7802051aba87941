package okno.e2e.crash;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import okno.local.demo.Outside;

/** What a person was told: in the inbox by the database, by SMS and e-mail as the sandbox received it. */
public final class Told {

    private final Ledger ledger;
    private final Outside outside;
    private final String personId;

    public Told(Ledger ledger, Outside outside, String personId) {
        this.ledger = ledger;
        this.outside = outside;
        this.personId = personId;
    }

    /** Inbox entries about applications, by what they say. */
    public Map<String, Long> inbox() {
        return count(ledger.column(
                "okno_notification",
                "select template from notification where template like 'application.%%' and person_id = '%s'"
                        .formatted(personId)));
    }

    /** How often each text was received; a text names the application and its status. */
    public Map<String, Long> received(String channel, String to, Instant since) {
        return count(outside.messages(channel, to, since).stream()
                .map(message -> message.path("subject").asString("")
                        + message.path("text").asString(""))
                .toList());
    }

    private static Map<String, Long> count(List<String> words) {
        return words.stream().collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }
}
