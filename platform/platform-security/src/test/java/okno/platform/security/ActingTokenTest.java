package okno.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.platform.test.TestDpopKey;
import okno.platform.test.TestToken;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ActingTokenTest extends SecuredTest {

    private static final UUID ORG = UUID.fromString("0198c0de-1111-7000-8000-000000000001");

    private static final UUID POWER = UUID.fromString("0198c0de-2222-7000-8000-000000000001");

    private final String person = UUID.randomUUID().toString();
    private final TestToken head = TestTokens.person(person);

    @AfterEach
    void resetClock() {
        clock.putForward(Duration.ZERO);
    }

    @Test
    void person_acts_for_the_company() {
        var response = call(head, acting(head));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .contains("\"orgId\":\"" + ORG + "\"", "\"inn\":\"7701000017\"", "\"applications.submit\"");
    }

    @Test
    void without_it_the_person_acts_for_themselves_though_it_was_shown_before() {
        call(head, acting(head));
        assertThat(get("/me", "Authorization", head.bearer()).body()).doesNotContain(ORG.toString());
    }

    @Test
    void acting_token_of_someone_else_is_refused() {
        TestToken other = TestTokens.person(UUID.randomUUID().toString());
        assertActingRefused(call(other, acting(head)));
    }

    @Test
    void expired_acting_token_is_refused() {
        String acting = acting(head);
        assertThat(call(head, acting).statusCode()).isEqualTo(200);
        assertActingRefused(call(head, acting(head.expired())));

        clock.putForward(Duration.ofSeconds(301));

        assertActingRefused(call(head.expiresIn(Duration.ofHours(1)), acting));
    }

    @Test
    void withdrawn_right_is_refused_at_once_and_a_new_one_is_not() {
        String acting =
                acting(head.claim("iat", java.util.Date.from(clock.instant().minusSeconds(60))));
        assertThat(call(head, acting).statusCode()).isEqualTo(200);

        ended.withdraw(ORG.toString(), person, clock.instant().minusSeconds(30));

        assertActingRefused(call(head, acting));
        assertThat(call(head, acting(head)).statusCode()).isEqualTo(200);
    }

    @Test
    void acting_token_of_a_bound_token_needs_the_same_key() {
        TestDpopKey key = TestTokens.dpopKey();
        String acting = acting(head.dpopBound(key));
        assertActingRefused(call(head, acting));

        String bound = head.dpopBound(key).token();
        var response = get(
                "/me",
                "Authorization",
                "DPoP " + bound,
                "DPoP",
                key.proof("GET", url("/me"), bound),
                "Okno-Acting",
                acting);
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void what_is_no_acting_token_is_refused() {
        assertActingRefused(call(head, head.token()));
        assertActingRefused(call(head, "nonsense"));
        assertActingRefused(call(head, acting(head) + "x"));
        assertActingRefused(call(head, "x".repeat(9000)));
    }

    @Test
    void machines_and_strangers_cannot_act_for_a_company() {
        assertActingRefused(call(TestTokens.client("agency-fns"), acting(head)));
        assertActingRefused(get("/open", "Okno-Acting", acting(head)));
    }

    @Test
    void representative_acts_for_the_principal_where_a_handler_allows_it_and_nowhere_else() {
        String acting = head.actingFor("principal", POWER, List.of("egrul-extract"), "applications.view");

        var allowed = get("/principal", "Authorization", head.bearer(), "Okno-Acting", acting);

        assertThat(allowed.statusCode()).as(allowed.body()).isEqualTo(200);
        assertThat(allowed.body())
                .contains("\"personId\":\"principal\"", POWER.toString(), "egrul-extract", "\"id\":\"" + person)
                .contains("\"acting\":null");
        assertRefused(get("/me", "Authorization", head.bearer(), "Okno-Acting", acting), 403, "poa_no_power");
        assertRefused(get("/open", "Authorization", head.bearer(), "Okno-Acting", acting), 403, "poa_no_power");
        String lesser = head.actingFor("principal", POWER, List.of("egrul-extract"), "payments.create");
        assertRefused(get("/principal", "Authorization", head.bearer(), "Okno-Acting", lesser), 403, "poa_no_power");
        TestToken other = TestTokens.person(UUID.randomUUID());
        assertActingRefused(get("/principal", "Authorization", other.bearer(), "Okno-Acting", acting));
    }

    @Test
    void power_that_ended_is_refused_at_once() {
        UUID power = UUID.randomUUID();
        String acting = head.actingFor("principal", power, List.of("egrul-extract"), "applications.view");
        assertThat(get("/principal", "Authorization", head.bearer(), "Okno-Acting", acting)
                        .statusCode())
                .isEqualTo(200);

        ended.endPower(power.toString(), clock.instant());

        assertActingRefused(get("/principal", "Authorization", head.bearer(), "Okno-Acting", acting));
    }

    @Test
    void token_for_a_company_and_a_person_at_once_is_refused() {
        String both = head.actingWith(Map.of(
                "principal", "principal",
                "org_id", ORG.toString(),
                "inn", "7701000017",
                "ogrn", "1027701000017",
                "poa_id", POWER.toString()));
        assertActingRefused(call(head, both));
        assertActingRefused(call(head, head.actingWith(Map.of("poa_id", POWER.toString()))));
        assertActingRefused(call(head, head.actingWith(Map.of("principal", "principal"))));
    }

    private static String acting(TestToken person) {
        return person.acting(ORG, "7701000017", "1027701000017", "applications.submit");
    }

    private HttpResponse<String> call(TestToken caller, String acting) {
        return get("/me", "Authorization", caller.bearer(), "Okno-Acting", acting);
    }

    private static void assertActingRefused(HttpResponse<String> response) {
        assertRefused(response, 403, "acting_token_invalid");
    }
}
