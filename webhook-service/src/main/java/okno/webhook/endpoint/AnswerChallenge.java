package okno.webhook.endpoint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okno.webhook.endpoint.domain.DisabledReason;
import okno.webhook.endpoint.domain.EndpointState;
import okno.webhook.endpoint.persistence.Challenges;
import okno.webhook.endpoint.persistence.Challenges.DueChallenge;
import okno.webhook.endpoint.persistence.Endpoints;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Applies what came of a challenge: the endpoint is active, or asked again later, or in the end disabled. */
@Service
public class AnswerChallenge {

    private final Endpoints endpoints;
    private final Challenges challenges;
    private final DisableEndpoint disable;
    private final EndpointAnnouncements announcements;
    private final EndpointProperties properties;
    private final Clock clock;

    AnswerChallenge(
            Endpoints endpoints,
            Challenges challenges,
            DisableEndpoint disable,
            EndpointAnnouncements announcements,
            EndpointProperties properties,
            Clock clock) {
        this.endpoints = endpoints;
        this.challenges = challenges;
        this.disable = disable;
        this.announcements = announcements;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param right true when the endpoint sent the word back
     * @param outcome short words for the owner otherwise, such as {@code status 404}
     */
    public record Command(DueChallenge challenge, boolean right, String outcome) {}

    @Transactional
    public void handle(Command command) {
        DueChallenge challenge = command.challenge();
        Instant now = clock.instant();
        if (command.right()) {
            endpoints
                    .findLocked(challenge.endpointId())
                    // The address it was asked at; another one has a challenge of its own.
                    .filter(endpoint -> endpoint.state() == EndpointState.PENDING
                            && endpoint.url().equals(challenge.url()))
                    .ifPresent(endpoint -> announcements.activated(endpoint.activated(), now));
            return;
        }
        List<Duration> schedule = properties.challengeSchedule();
        int next = challenge.step() + 1;
        if (next < schedule.size()) {
            challenges.missed(challenge, command.outcome(), now.plus(schedule.get(next)));
        } else {
            challenges.missed(challenge, command.outcome(), null);
            disable.handle(new DisableEndpoint.Command(challenge.endpointId(), DisabledReason.CHALLENGE_FAILED));
        }
    }
}
