package okno.notification.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import okno.notification.Channel;
import okno.notification.channel.email.ScriptedRelay;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class EmailFailoverIT extends FailoverContract {

    private static final ScriptedRelay FIRST = new ScriptedRelay();
    private static final ScriptedRelay SECOND = new ScriptedRelay();

    EmailFailoverIT() {
        super(Channel.EMAIL, "mail-1");
    }

    @DynamicPropertySource
    static void twoRelays(DynamicPropertyRegistry properties) {
        relay(properties, 0, FIRST);
        relay(properties, 1, SECOND);
    }

    private static void relay(DynamicPropertyRegistry properties, int place, ScriptedRelay relay) {
        String server = "okno.notification.email.servers[" + place + "].";
        properties.add(server + "name", () -> "mail-" + (place + 1));
        properties.add(server + "host", () -> "localhost");
        properties.add(server + "port", relay::port);
        properties.add(server + "username", () -> "");
        properties.add(server + "password", () -> "");
        properties.add(server + "starttls", () -> "false");
    }

    @BeforeEach
    void forget() {
        FIRST.letters.clear();
        SECOND.letters.clear();
        firstTakes(Duration.ZERO);
    }

    @AfterAll
    static void stop() throws IOException {
        FIRST.close();
        SECOND.close();
    }

    @Override
    protected void firstTakes(Duration after) {
        FIRST.onSender = "250 ok";
        FIRST.afterLetter = after;
    }

    /** Of a whole relay the first answer tells: a refused recipient is one letter's trouble. */
    @Override
    protected void firstRefuses() {
        FIRST.onSender = "421 closing";
    }

    @Override
    protected List<String> idsAtFirst() {
        return FIRST.ids();
    }

    @Override
    protected List<String> idsAtSecond() {
        return SECOND.ids();
    }
}
