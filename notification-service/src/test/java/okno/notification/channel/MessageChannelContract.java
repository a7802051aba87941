package okno.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every provider's channel keeps to, whatever its protocol; failover and the rule against double sending rest on it. */
public abstract class MessageChannelContract {

    protected static final String TEXT = "Заявление № FNS-2026-0000001-0: подано. Окно";

    /** The channel, to a provider that the test plays. */
    protected abstract MessageChannel channel();

    /** The same channel, to a port where nobody listens. */
    protected abstract MessageChannel unreachable();

    protected abstract void providerAccepts();

    /** The provider refuses the address for good. */
    protected abstract void providerRefusesTheAddress();

    /** The provider says that it takes nothing now. */
    protected abstract void providerIsBusy();

    /** The provider takes the message and its answer is lost. */
    protected abstract void providerFallsSilent();

    /** How many messages of this id the provider was given. */
    protected abstract long given(OutgoingMessage message);

    /** A valid message to an address that the provider knows. */
    protected OutgoingMessage message() {
        return new OutgoingMessage(
                UUID.randomUUID() + ".x",
                address(),
                "Заявление подано",
                TEXT,
                "<p>" + TEXT + "</p>",
                URI.create("https://okno.example/api/v1/notifications/unsubscriptions/abc"),
                true);
    }

    protected abstract String address();

    @Test
    void a_message_that_is_taken_is_accepted_with_the_providers_id() {
        providerAccepts();
        var message = message();

        SendOutcome outcome = channel().send(message);

        assertThat(outcome)
                .isInstanceOfSatisfying(SendOutcome.Accepted.class, accepted -> assertThat(accepted.providerMessageId())
                        .isNotBlank());
        assertThat(given(message)).isEqualTo(1);
    }

    @Test
    void a_verdict_on_the_address_is_final() {
        providerRefusesTheAddress();

        assertThat(channel().send(message())).isInstanceOf(SendOutcome.Refused.class);
    }

    @Test
    void a_busy_provider_has_surely_not_taken_it() {
        providerIsBusy();

        assertThat(channel().send(message())).isInstanceOf(SendOutcome.Unavailable.class);
    }

    @Test
    void a_provider_that_is_not_there_has_surely_not_taken_it() {
        assertThat(unreachable().send(message())).isInstanceOf(SendOutcome.Unavailable.class);
    }

    @Test
    void a_lost_answer_leaves_the_outcome_unknown() {
        providerFallsSilent();

        assertThat(channel().send(message())).isInstanceOf(SendOutcome.Unknown.class);
    }

    @Test
    void after_trouble_it_works_again_by_itself() {
        providerFallsSilent();
        channel().send(message());
        providerAccepts();

        assertThat(channel().send(message())).isInstanceOf(SendOutcome.Accepted.class);
    }

    @Test
    void an_outcome_says_nothing_of_the_person() {
        providerRefusesTheAddress();
        var message = message();

        assertThat(channel().send(message).toString() + message).doesNotContain(address(), TEXT);
    }
}
