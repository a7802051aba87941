package okno.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import okno.local.infra.Keycloak;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AccountRulesIT {

    static final String LONG = "Long-enough-1-password";
    static final String ELEVEN = "Eleven-1-ch";

    final Infrastructure running = Infrastructure.running();

    @Test
    void a_member_of_an_organisation_needs_twelve_characters() {
        String citizen = running.account("rules-citizen", LONG, Map.of());
        String officer = running.account("rules-officer", LONG, Map.of("agency", "mvd"));
        String member = running.account("rules-member", LONG, Map.of("organisationMember", "true"));

        assertThat(setPassword(citizen, ELEVEN)).isEqualTo(204);
        assertThat(setPassword(officer, ELEVEN)).isEqualTo(400);
        assertThat(setPassword(member, ELEVEN)).isEqualTo(400);
        assertThat(setPassword(member, ELEVEN + "2")).isEqualTo(204);
    }

    @Test
    void a_password_of_ninety_days_is_to_be_changed_in_an_organisation_and_nowhere_else() throws Exception {
        Instant old = Instant.now().minus(Duration.ofDays(91));
        setPasswordDate(running.account("aged-citizen", LONG, Map.of()), old);
        setPasswordDate(running.account("aged-officer", LONG, Map.of("agency", "mvd")), old);
        setPasswordDate(
                running.account("young-officer", LONG, Map.of("agency", "mvd")),
                Instant.now().minus(Duration.ofDays(89)));

        assertThat(formAfterPassword("aged-officer")).isEqualTo("kc-passwd-update-form");
        assertThat(formAfterPassword("aged-citizen")).isEqualTo("none");
        assertThat(formAfterPassword("young-officer")).isEqualTo("none");
    }

    @Test
    void a_snils_with_a_wrong_check_number_is_refused() {
        var wrong = running.admin("POST", "/users", user("wrong-snils", "112-233-445 94"));
        var right = running.admin("POST", "/users", user("right-snils", "112-233-445 95"));

        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("oknoSnilsInvalid").doesNotContain("112-233");
        assertThat(right.statusCode()).isEqualTo(201);
    }

    private static Map<String, Object> user(String name, String snils) {
        return Map.of("username", name, "email", name + "@okno.example", "attributes", Map.of("snils", List.of(snils)));
    }

    private int setPassword(String id, String password) {
        return running.admin(
                        "PUT",
                        "/users/" + id + "/reset-password",
                        Map.of("type", "password", "value", password, "temporary", false))
                .statusCode();
    }

    private String formAfterPassword(String user) {
        Logins.Attempt attempt = running.logins.begin("");
        attempt.form().submit(Map.of("username", user, "password", LONG));
        return attempt.form().shown().orElse("none");
    }

    /** Ages a password; the account is new, so Keycloak has nothing of it in its cache. */
    private void setPasswordDate(String user, Instant date) throws Exception {
        try (var connection = DriverManager.getConnection(
                        running.stack.databaseUrl(Keycloak.DATABASE),
                        Keycloak.DATABASE,
                        running.stack.databasePassword(Keycloak.DATABASE));
                var update = connection.prepareStatement("update credential set created_date = ? where user_id = ?")) {
            update.setLong(1, date.toEpochMilli());
            update.setString(2, user);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
