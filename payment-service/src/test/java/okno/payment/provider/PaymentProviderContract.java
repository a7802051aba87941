package okno.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import okno.payment.provider.ProviderSession.Status;
import okno.platform.core.Ids;
import okno.platform.core.Money;
import org.junit.jupiter.api.Test;

/** What payments rely on, whoever the acquirer is: each implementation inherits these tests and plays its provider. */
abstract class PaymentProviderContract {

    /** The longest that an implementation under test may wait for its provider. */
    static final Duration PATIENCE = Duration.ofMillis(500);

    private static final Money PRICE = Money.roubles(80_000);

    abstract PaymentProvider provider();

    /** From now on the provider opens sessions and remembers them. */
    abstract void works();

    /** From now on it takes requests and never answers in time. */
    abstract void hangs();

    /** From now on it answers that it is out of order. */
    abstract void fails();

    /** From now on it answers something that is no answer to the question. */
    abstract void talksNonsense();

    /** From now on its connections break before an answer. */
    abstract void breaksOff();

    /** The person has paid the session. */
    abstract void paid(ProviderSession session, Money amount);

    @Test
    void a_session_has_a_page_to_pay_on() {
        works();

        ProviderSession session = provider().open(request());

        assertThat(session.status()).isEqualTo(Status.CREATED);
        assertThat(session.pageUrl()).startsWith("http");
    }

    @Test
    void opening_again_gives_the_same_session() {
        works();
        SessionRequest request = request();

        assertThat(provider().open(request).sessionId())
                .isEqualTo(provider().open(request).sessionId());
        assertThat(provider().open(request()).sessionId())
                .isNotEqualTo(provider().open(request).sessionId());
    }

    @Test
    void a_paid_session_tells_its_amount_and_number() {
        works();
        ProviderSession session = provider().open(request());
        paid(session, PRICE);

        ProviderSession found = provider().find(session.sessionId()).orElseThrow();

        assertThat(found.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(found.amount()).isEqualTo(PRICE);
        assertThat(found.providerPaymentId()).isNotBlank();
    }

    @Test
    void an_unknown_session_is_nothing() {
        works();

        assertThat(provider().find("ses-" + Ids.next())).isEmpty();
    }

    @Test
    void no_answer_in_time_is_unavailable_and_soon_said() {
        hangs();

        assertUnavailable();
    }

    @Test
    void a_failure_is_unavailable() {
        fails();

        assertUnavailable();
    }

    @Test
    void nonsense_is_unavailable() {
        talksNonsense();

        assertUnavailable();
    }

    @Test
    void a_broken_connection_is_unavailable() {
        breaksOff();

        assertUnavailable();
    }

    private void assertUnavailable() {
        long begun = System.nanoTime();
        assertThatThrownBy(() -> provider().open(request())).isInstanceOf(ProviderUnavailable.class);
        assertThatThrownBy(() -> provider().find("ses-" + Ids.next())).isInstanceOf(ProviderUnavailable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isLessThan(PATIENCE.multipliedBy(2).plusSeconds(2));
    }

    private static SessionRequest request() {
        return new SessionRequest(Ids.next(), PRICE, "State duty");
    }
}
