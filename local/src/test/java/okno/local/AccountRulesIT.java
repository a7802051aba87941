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
        setPasswordDate(aged("aged-citizen", Map.of()), old);
        setPasswordDate(aged("aged-officer", Map.of("agency", "mvd")), old);
        setPasswordDate(
                aged("young-officer", Map.of("agency", "mvd")), Instant.now().minus(Duration.ofDays(89)));

        assertThat(formAfterPassword("aged-officer")).isEqualTo("kc-passwd-update-form");
        assertThat(formAfterPassword("aged-citizen")).isEqualTo("none");
        assertThat(formAfterPassword("young-officer")).isEqualTo("none");
    }

    @Test
    void everybody_chooses_a_new_password_every_half_year() throws Exception {
        Instant now = Instant.now();
        setPasswordDate(aged("half-year-citizen", Map.of()), now.minus(Duration.ofDays(183)));
        setPasswordDate(aged("five-months-citizen", Map.of()), now.minus(Duration.ofDays(181)));

        assertThat(formAfterPassword("half-year-citizen")).isEqualTo("kc-passwd-update-form");
        assertThat(formAfterPassword("five-months-citizen")).isEqualTo("none");
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

    private String aged(String name, Map<String, String> attributes) {
        return running.account(name, LONG, attributes, running.passkey(name));
    }

    private String formAfterPassword(String user) {
        Logins.Attempt attempt = running.logins.begin("");
        attempt.form().submit(Map.of("username", user, "password", LONG));
        running.logins.answerWithPasskey(attempt.form(), user);
        return attempt.form().shown().orElse("none");
    }

    /** Ages a password; the account is new, so Keycloak has nothing of it in its cache. */
    private void setPasswordDate(String user, Instant date) throws Exception {
        try (var connection = DriverManager.getConnection(
                        running.stack.databaseUrl(Keycloak.DATABASE),
                        Keycloak.DATABASE,
                        running.stack.databasePassword(Keycloak.DATABASE));
                var update = connection.prepareStatement(
                        "update credential set created_date = ? where type = 'password' and user_id = ?")) {
            update.setLong(1, date.toEpochMilli());
            update.setString(2, user);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
