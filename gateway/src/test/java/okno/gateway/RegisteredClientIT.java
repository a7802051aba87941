package okno.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import okno.platform.test.TestToken;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

class RegisteredClientIT extends GatewayAtWork {

    private static final String PLANS = "/internal/client-plans";

    private final String client = "app-" + UUID.randomUUID();
    private final TestToken machine = TestTokens.client(client).claim("scope", "okno.registries okno.identity");

    @Test
    void a_client_has_the_quota_of_its_plan_and_a_changed_plan_counts_in_seconds() {
        planned(2, 500);
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(policy(call(machine)))
                .isEqualTo("\"client-second\";q=2;w=1, \"client-day\";q=500;w=86400"));

        HttpResponse<String> refused = awaitRefusal();
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(refused.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"client-second\";r=0;t=1");
        assertThat(refused.body()).contains("too_many_requests");

        planned(1000, 5000);
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(policy(call(machine))).startsWith("\"client-second\";q=1000"));
        for (int i = 0; i < 20; i++) {
            assertThat(call(machine).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void the_day_has_an_end_of_its_own() {
        planned(1000, 3);
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(policy(call(machine))).contains("client-day\";q=3"));

        HttpResponse<String> refused = awaitRefusal();

        assertThat(Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(86_000L, 86_400L);
        assertThat(refused.headers().firstValue("RateLimit").orElseThrow()).contains("\"client-day\";r=0");
    }

    @Test
    void a_person_who_lets_a_client_act_is_limited_as_a_person_and_as_the_client() {
        planned(1000, 5000);
        TestToken person =
                TestTokens.person(UUID.randomUUID()).claim("azp", client).claim("scope", "openid okno.identity");
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(
                        policy(call(TestTokens.client(client).claim("scope", "okno.identity"))))
                .contains("client-day"));

        HttpResponse<String> answer = call(person);

        assertThat(answer.headers().allValues("RateLimit-Policy"))
                .containsExactly("\"client-second\";q=1000;w=1, \"client-day\";q=5000;w=86400", "\"person\";q=5;w=60");
    }

    @Test
    void the_last_plans_stay_while_identity_service_is_away_and_nothing_is_sent_twice() {
        planned(7, 50);
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(policy(call(machine))).contains("q=7;"));
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> SERVICES.verify(getRequestedFor(urlEqualTo(PLANS))
                        .withHeader("If-None-Match", equalTo("\"" + client + "7\""))
                        .withHeader("Authorization", matching("Bearer .+"))));

        SERVICES.resetRequests();
        SERVICES.stubFor(get(PLANS).willReturn(aResponse().withStatus(503)));

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> SERVICES.verify(getRequestedFor(urlEqualTo(PLANS))));
        assertThat(policy(call(machine))).contains("q=7;");
    }

    @Test
    void a_client_is_kept_to_the_scopes_of_its_token() {
        HttpResponse<String> refused = send(request("/api/v1/charges").header("Authorization", machine.bearer()));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("\"code\":\"scope_missing\"", "okno.payments");
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("insufficient_scope", "scope=\"okno.payments\"");
        assertThat(passedOn()).isEmpty();
        assertThat(send(request("/api/v1/registries").header("Authorization", machine.bearer()))
                        .statusCode())
                .isEqualTo(200);
        // Clients that are not of the registry have no scopes.
        assertThat(send(request("/api/v1/charges")
                                .header(
                                        "Authorization",
                                        TestTokens.client("agency-fns").bearer()))
                        .statusCode())
                .isEqualTo(200);
    }

    private void planned(long perSecond, long perDay) {
        SERVICES.stubFor(get(PLANS)
                .willReturn(okJson("""
                        {"items":[{"clientId":"%s","perSecond":%d,"perDay":%d}]}""".formatted(client, perSecond, perDay))
                        .withHeader("ETag", "\"" + client + perSecond + "\"")));
    }

    private HttpResponse<String> awaitRefusal() {
        return await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> call(machine), answer -> answer.statusCode() == 429);
    }

    private HttpResponse<String> call(TestToken token) {
        return send(request("/api/v1/me").header("Authorization", token.bearer()));
    }

    private static String policy(HttpResponse<String> answer) {
        return answer.headers().firstValue("RateLimit-Policy").orElse("");
    }
}
