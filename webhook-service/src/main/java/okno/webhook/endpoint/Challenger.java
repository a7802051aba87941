package okno.webhook.endpoint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import okno.webhook.BackgroundLoop;
import okno.webhook.egress.EgressProperties;
import okno.webhook.egress.SendResult;
import okno.webhook.endpoint.persistence.Challenges;
import okno.webhook.endpoint.persistence.Challenges.DueChallenge;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks pending endpoints their challenges, each in a thread of its own, until they answer or the schedule ends. */
@Component
class Challenger extends BackgroundLoop {

    static final String TYPE = "okno.endpoint.challenge";
    private static final int AT_A_TIME = 16;
    private static final Duration LEASE_MARGIN = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Challenges challenges;
    private final OwnMessages messages;
    private final AnswerChallenge answer;
    private final Duration lease;
    private final Clock clock;

    Challenger(
            Challenges challenges,
            ChallengeEndpoint begin,
            OwnMessages messages,
            AnswerChallenge answer,
            Settings settings,
            Clock clock) {
        super("challenger", begin.wakeup(), settings.endpoint().challengePoll());
        this.challenges = challenges;
        this.messages = messages;
        this.answer = answer;
        this.lease = settings.egress().deadline().plus(LEASE_MARGIN);
        this.clock = clock;
    }

    /** The settings it needs of two features. */
    @Component
    record Settings(EndpointProperties endpoint, EgressProperties egress) {}

    @Override
    protected boolean work() {
        Instant now = clock.instant();
        var due = challenges.claim(now, now.plus(lease), AT_A_TIME);
        due.forEach(challenge -> Thread.startVirtualThread(() -> ask(challenge)));
        return due.size() == AT_A_TIME;
    }

    private void ask(DueChallenge challenge) {
        SendResult result =
                messages.send(challenge.endpointId(), challenge.url(), TYPE, "challenge", challenge.challenge());
        String outcome =
                switch (result) {
                    case SendResult.Failed failed -> failed.failure().name();
                    case SendResult.Answered answered when !answered.ok() -> "STATUS_" + answered.status();
                    case SendResult.Answered answered -> "OTHER_CHALLENGE";
                };
        answer.handle(new AnswerChallenge.Command(challenge, answers(result, challenge.challenge()), outcome));
    }

    private static boolean answers(SendResult result, String challenge) {
        if (!(result instanceof SendResult.Answered answered) || !answered.ok()) {
            return false;
        }
        try {
            String said = JSON.readTree(answered.body()).path("challenge").asString("");
            return MessageDigest.isEqual(
                    said.getBytes(StandardCharsets.UTF_8), challenge.getBytes(StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            return false;
        }
    }
}
