package okno.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import okno.platform.test.TestToken;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BearerTokenTest extends SecuredTest {

    private static final String SUB = "0198c0de-0000-7000-8000-000000000001";
    private static final TestToken CITIZEN = TestTokens.person(SUB);

    @AfterEach
    void resetClock() {
        clock.putForward(Duration.ZERO);
    }

    @Test
    void good_token_becomes_the_caller() {
        var response = withToken(CITIZEN.sid("s-1").region("77").token());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .contains("\"id\":\"" + SUB + "\"", "\"kind\":\"PERSON\"", "\"ial\":\"confirmed\"", "\"acr\":\"2fa\"")
                .contains("\"sessionId\":\"s-1\"", "\"region\":\"77\"", "\"authorities\":[\"person\"]");
        assertThat(response.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void no_token_is_asked_for_one() {
        var response = get("/me");

        assertRefused(response, 401, "unauthenticated");
        assertThat(response.headers().allValues("WWW-Authenticate"))
                .containsExactly("Bearer", "DPoP algs=\"ES256 PS256 RS256\"");
    }

    @Test
    void open_handler_answers_anyone_but_not_a_bad_token() {
        assertThat(get("/open").body()).contains("nobody");
        assertThat(get("/open", "Authorization", CITIZEN.bearer()).body()).contains(SUB);
        assertRefused(get("/open", "Authorization", CITIZEN.expired().bearer()), 401, "invalid_token");
    }

    @Test
    void handler_without_a_rule_is_denied() {
        assertRefused(get("/forgotten"), 401, "unauthenticated");
        assertRefused(get("/forgotten", "Authorization", CITIZEN.bearer()), 403, "forbidden");
    }

    @Test
    void another_kind_of_caller_is_forbidden() {
        assertRefused(get("/machine", "Authorization", CITIZEN.bearer()), 403, "forbidden");
        assertRefused(
                get("/me", "Authorization", TestTokens.client("agency-fns").bearer()), 403, "forbidden");
    }

    @Test
    void machine_is_known_by_its_client_id_and_agency() {
        var client = get(
                "/machine",
                "Authorization",
                TestTokens.client("agency-fns").agency("fns").bearer());
        assertThat(client.body())
                .contains("\"id\":\"agency-fns\"", "\"kind\":\"CLIENT\"", "\"agency\":\"fns\"", "\"ial\":\"\"");

        var service = get(
                "/machine",
                "Authorization",
                TestTokens.service("application-service").bearer());
        assertThat(service.body()).contains("\"id\":\"application-service\"", "\"kind\":\"SERVICE\"");
    }

    @Test
    void a_machine_is_no_person_and_no_administrator_whatever_its_account_was_given() {
        String greedy =
                TestTokens.client("app-1").roles("client", "person", "admin").bearer();

        assertRefused(get("/me", "Authorization", greedy), 403, "forbidden");
        assertThat(get("/machine", "Authorization", greedy).body()).contains("\"authorities\":[\"client\"]");
    }

    @Test
    void only_authority_words_are_taken_from_the_roles() {
        var response = withToken(
                CITIZEN.roles("person", "offline_access", "uma_authorization").token());
        assertThat(response.body()).contains("\"authorities\":[\"person\"]");
    }

    @Test
    void token_that_is_not_for_now_is_refused() {
        assertInvalid(CITIZEN.expired().token());
        assertInvalid(CITIZEN.notBefore(Duration.ofMinutes(2)).token());
    }

    @Test
    void token_that_expires_while_cached_is_refused() {
        String token = CITIZEN.expiresIn(Duration.ofSeconds(40)).token();
        assertThat(withToken(token).statusCode()).isEqualTo(200);

        clock.putForward(Duration.ofSeconds(41));

        assertInvalid(token);
    }

    @Test
    void token_that_is_not_for_us_is_refused() {
        assertInvalid(CITIZEN.issuedBy("https://elsewhere.example").token());
        assertInvalid(CITIZEN.audience("account").token());
    }

    @Test
    void token_that_is_no_access_token_is_refused() {
        assertInvalid(CITIZEN.typ("ID").token());
        assertInvalid(CITIZEN.typ("Logout").token());
        assertInvalid(CITIZEN.typ("Refresh").token());
        assertInvalid(CITIZEN.headerType("logout+jwt").token());
        assertInvalid(CITIZEN.acting(UUID.randomUUID(), "7701000017", "1027701000017"));
    }

    @Test
    void token_bound_to_something_not_verified_here_is_refused() {
        assertInvalid(CITIZEN.claim("cnf", java.util.Map.of("x5t#S256", "abc")).token());
    }

    @Test
    void forged_signatures_are_refused() {
        assertInvalid(CITIZEN.unsigned());
        assertInvalid(CITIZEN.hmacWithPublicKey());
        assertInvalid(CITIZEN.zeroSignature());
        assertInvalid(CITIZEN.withEmbeddedKey());
    }

    @Test
    void token_tampered_with_is_refused_though_the_good_one_is_cached() {
        String good = CITIZEN.token();
        assertThat(withToken(good).statusCode()).isEqualTo(200);

        int signature = good.lastIndexOf('.') + 10;
        char other = good.charAt(signature) == 'A' ? 'B' : 'A';
        assertInvalid(good.substring(0, signature) + other + good.substring(signature + 1));
    }

    @Test
    void tokens_of_an_ended_session_are_refused_though_cached() {
        String session = UUID.randomUUID().toString();
        String token = CITIZEN.sid(session).token();
        assertThat(withToken(token).statusCode()).isEqualTo(200);

        ended.end(session, clock.instant());

        assertInvalid(token);
        assertThat(withToken(CITIZEN.sid("other").token()).statusCode()).isEqualTo(200);
    }

    @Test
    void tokens_of_a_suspended_client_are_refused_though_cached_until_it_is_allowed_again() {
        String client = "app-" + UUID.randomUUID();
        String machine = TestTokens.client(client).bearer();
        String person = CITIZEN.claim("azp", client).bearer();
        assertThat(get("/machine", "Authorization", machine).statusCode()).isEqualTo(200);
        assertThat(get("/me", "Authorization", person).statusCode()).isEqualTo(200);

        ended.suspend(client, clock.instant());

        assertRefused(get("/machine", "Authorization", machine), 401, "invalid_token");
        assertRefused(get("/me", "Authorization", person), 401, "invalid_token");
        assertThat(withToken(CITIZEN.token()).statusCode()).isEqualTo(200);

        ended.allow(client);

        assertThat(get("/machine", "Authorization", machine).statusCode()).isEqualTo(200);
    }

    @Test
    void oversized_and_shapeless_tokens_are_refused() {
        assertInvalid(CITIZEN.claim("padding", "x".repeat(8 * 1024)).token());
        assertInvalid("nonsense");
        assertInvalid("a.b.c");
        assertThat(withToken(CITIZEN.claim("padding", "x".repeat(16 * 1024)).token())
                        .statusCode())
                .isBetween(400, 431);
    }

    @Test
    void token_in_the_address_is_ignored() {
        assertRefused(get("/me?access_token=" + CITIZEN.token()), 401, "unauthenticated");
    }

    @Test
    void token_of_an_unknown_key_is_refused() {
        assertInvalid(CITIZEN.kid("no-such-key").token());
    }

    private void assertInvalid(String token) {
        var response = withToken(token);
        assertRefused(response, 401, "invalid_token");
        assertThat(response.headers().allValues("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
    }
}
