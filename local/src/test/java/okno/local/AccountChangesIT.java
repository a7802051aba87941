package okno.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AccountChangesIT {

    final Infrastructure running = Infrastructure.running();

    @Test
    void changes_of_different_attributes_at_the_same_time_lose_nothing() {
        String id = running.account(
                "changed", AccountRulesIT.LONG, Map.of("ial", "simplified", "phone", "+79990000001", "agency", "mvd"));

        var changes = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> patch(id, i % 2 == 0 ? Map.of("ial", "confirmed") : Map.of("phoneConfirmed", "true"))))
                .toList();

        assertThat(changes).allSatisfy(change -> assertThat(change.join()).isEqualTo(204));
        JsonNode attributes = running.admin("/users/" + id).path("attributes");
        assertThat(attributes.path("ial").get(0).asString()).isEqualTo("confirmed");
        assertThat(attributes.path("phoneConfirmed").get(0).asString()).isEqualTo("true");
        assertThat(attributes.path("phone").get(0).asString()).isEqualTo("+79990000001");
        assertThat(attributes.path("agency").get(0).asString()).isEqualTo("mvd");
    }

    @Test
    void an_e_mail_of_another_account_and_foreign_attributes_are_refused() {
        String id = running.account("mail-changed", AccountRulesIT.LONG, Map.of());
        running.account("mail-holder", AccountRulesIT.LONG, Map.of());

        assertThat(patch(id, Map.of("agency", "fns"))).isEqualTo(400);
        assertThat(change(id, Map.of("email", "mail-holder@okno.example"))).isEqualTo(409);
        assertThat(change(id, Map.of("email", "mail-new@okno.example"))).isEqualTo(204);
        assertThat(running.admin("/users/" + id).path("email").asString()).isEqualTo("mail-new@okno.example");
        assertThat(change("00000000-0000-0000-0000-000000000000", Map.of())).isEqualTo(404);
    }

    @Test
    void where_a_log_in_came_from_is_told_to_who_may_view_users() {
        String id = running.account("watched", AccountRulesIT.LONG, Map.of(), running.passkey("watched"));
        running.logins.login("watched", AccountRulesIT.LONG);

        JsonNode event = await().atMost(Duration.ofSeconds(10))
                .until(() -> running.admin("/events?type=LOGIN&user=" + id), events -> !events.isEmpty())
                .get(0);
        JsonNode origin = running.admin("/okno-accounts/%s/log-ins/%s?at=%d"
                .formatted(id, event.path("id").asString(), event.path("time").asLong()));

        assertThat(origin.path("address").asString())
                .isEqualTo(event.path("ipAddress").asString());
        assertThat(origin.path("os").isString()).isTrue();
        assertThat(origin.path("country").asString("")).isEmpty();
        assertThat(running.admin("GET", "/okno-accounts/%s/log-ins/%s?at=1".formatted(id, id), null)
                        .statusCode())
                .isEqualTo(404);
    }

    private int patch(String id, Map<String, String> attributes) {
        return change(id, Map.of("attributes", attributes));
    }

    private int change(String id, Map<String, Object> change) {
        return running.admin("PATCH", "/okno-accounts/" + id, change).statusCode();
    }
}
