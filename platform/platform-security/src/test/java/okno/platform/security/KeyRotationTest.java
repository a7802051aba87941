package okno.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import okno.platform.test.TestIssuer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

class KeyRotationTest {

    private final TestIssuer issuer = TestIssuer.start();
    private final MutableClock clock = new MutableClock();

    @AfterEach
    void close() {
        issuer.close();
    }

    @Test
    void token_of_a_removed_key_is_refused_though_it_was_cached() {
        VerifiedTokens tokens = tokens(Duration.ofMillis(400), Duration.ofMillis(100));
        String old = issuer.token("a").token();
        tokens.verify(old);

        issuer.rotate();
        issuer.retireOldKeys();

        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThatThrownBy(() -> tokens.verify(old))
                .isInstanceOf(InvalidBearerTokenException.class));
        tokens.verify(issuer.token("a").token());
    }

    @Test
    void new_key_is_fetched_when_its_first_token_comes() {
        VerifiedTokens tokens = tokens(Duration.ofMinutes(5), Duration.ofMillis(1));
        tokens.verify(issuer.token("a").token());

        issuer.rotate();

        tokens.verify(issuer.token("a").token());
        assertThat(issuer.jwksRequests()).isEqualTo(2);
    }

    @Test
    void flood_of_unknown_key_ids_does_not_reach_the_issuer() {
        VerifiedTokens tokens = tokens(Duration.ofMinutes(5), Duration.ofSeconds(30));
        tokens.verify(issuer.token("a").token());

        for (int i = 0; i < 50; i++) {
            String forged = issuer.token("a").kid("unknown-" + i).token();
            assertThatThrownBy(() -> tokens.verify(forged)).isInstanceOf(InvalidBearerTokenException.class);
        }

        assertThat(issuer.jwksRequests()).isEqualTo(1);
    }

    @Test
    void issuer_that_is_down_does_not_take_known_keys_away() {
        VerifiedTokens tokens = tokens(Duration.ofMillis(50), Duration.ofMillis(50));
        tokens.verify(issuer.token("a").token());
        int fetched = issuer.jwksRequests();

        issuer.down(true);

        await().atMost(Duration.ofSeconds(5)).until(() -> {
            tokens.verify(issuer.token("b").token());
            return issuer.jwksRequests() > fetched;
        });
        tokens.verify(issuer.token("c").token());
    }

    @Test
    void issuer_that_was_never_up_is_not_the_token_s_fault() {
        VerifiedTokens tokens = tokens(Duration.ofMinutes(5), Duration.ofSeconds(30));
        issuer.down(true);
        String token = issuer.token("a").token();

        assertThatThrownBy(() -> tokens.verify(token)).isInstanceOf(AuthenticationServiceException.class);
        issuer.down(false);

        await().atMost(Duration.ofSeconds(5)).until(() -> {
            try {
                return tokens.verify(token).caller().id().equals("a");
            } catch (AuthenticationServiceException e) {
                return false;
            }
        });
    }

    @Test
    void first_tokens_together_cause_one_fetch() {
        VerifiedTokens tokens = tokens(Duration.ofMinutes(5), Duration.ofSeconds(30));
        String token = issuer.token("a").token();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 50).forEach(i -> threads.submit(() -> tokens.verify(token)));
        }

        tokens.verify(token);
        assertThat(issuer.jwksRequests()).isEqualTo(1);
    }

    private VerifiedTokens tokens(Duration maxAge, Duration refetchInterval) {
        SecurityProperties settings = SettingsFixture.of(issuer, null);
        var claims = new TokenClaims(settings, clock, new EndedSessions(Duration.ofMinutes(1)));
        return new VerifiedTokens(new RemoteKeys(settings.keys(), maxAge, refetchInterval), settings, claims, clock);
    }
}
