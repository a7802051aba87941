package okno.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import okno.local.service.Services;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InfrastructureIT {

    final Stack stack = Infrastructure.running().stack;
    final Logins logins = Infrastructure.running().logins;

    @Test
    void a_person_logs_in_with_code_and_pkce() throws Exception {
        JWTClaimsSet claims = claims(logins.accessToken("citizen"));

        assertThat(claims.getSubject()).isEqualTo("0198c0de-0000-7000-8000-000000000001");
        assertThat(claims.getAudience()).containsExactly("okno-api");
        assertThat(roles(claims)).containsExactly("person");
        assertThat(claims.getStringClaim("ial")).isEqualTo("confirmed");
        assertThat(claims.getStringClaim("acr")).isEqualTo("2fa");
        assertThat(claims.getStringClaim("sid")).isNotBlank();
        assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime())
                .isEqualTo(300_000);
    }

    @Test
    void an_access_token_carries_no_personal_data() throws Exception {
        assertThat(claims(logins.accessToken("citizen")).getClaims())
                .doesNotContainKeys("email", "name", "given_name", "family_name", "preferred_username");
    }

    @Test
    void an_officer_has_an_agency_and_a_region() throws Exception {
        JWTClaimsSet claims = claims(logins.accessToken("officer"));

        assertThat(roles(claims)).containsExactlyInAnyOrder("person", "officer");
        assertThat(claims.getStringClaim("agency")).isEqualTo("mvd");
        assertThat(claims.getStringClaim("region")).isEqualTo("77");
    }

    @Test
    void an_agency_authenticates_with_its_private_key() throws Exception {
        JWTClaimsSet claims = claims(logins.clientToken("agency-fns"));

        assertThat(roles(claims)).containsExactly("client");
        assertThat(claims.getStringClaim("agency")).isEqualTo("fns");
        assertThat(claims.getAudience()).contains("okno-api");
    }

    @Test
    void every_service_has_its_own_client() throws Exception {
        for (String service : Services.names()) {
            assertThat(roles(claims(logins.clientToken(service)))).as(service).containsExactly("service");
        }
    }

    @Test
    void a_proof_binds_the_token_to_its_key() throws Exception {
        DpopKey key = DpopKey.generate();

        Logins.Tokens tokens = logins.login("citizen2", key);

        assertThat(tokens.type()).isEqualToIgnoringCase("DPoP");
        assertThat(claims(tokens.accessToken()).getJSONObjectClaim("cnf")).containsEntry("jkt", key.thumbprint());
        assertThatThrownBy(() -> logins.refresh(tokens.refreshToken(), DpopKey.generate()))
                .isInstanceOf(Logins.LoginRefused.class);
    }

    @Test
    void two_wrong_passwords_in_one_moment_lock_nothing() throws Exception {
        wrongPassword("officer");
        wrongPassword("officer");
        await().untilAsserted(() ->
                assertThat(lockout("officer").get("numFailures").asInt()).isEqualTo(2));

        assertThat(lockout("officer").get("disabled").asBoolean()).isFalse();
        assertThat(logins.accessToken("officer")).isNotBlank();
        await().untilAsserted(() ->
                assertThat(lockout("officer").get("numFailures").asInt()).isZero());
    }

    @Test
    void the_third_wrong_password_locks_the_account_for_fifteen_minutes() throws Exception {
        for (int i = 0; i < 3; i++) {
            wrongPassword("admin");
        }

        // Keycloak counts in the background.
        await().untilAsserted(() ->
                assertThat(lockout("admin").get("numFailures").asInt()).isEqualTo(3));
        JsonNode lockout = lockout("admin");
        assertThat(lockout.get("disabled").asBoolean()).isTrue();
        long seconds = lockout.get("failedLoginNotBefore").asLong()
                - lockout.get("lastFailure").asLong() / 1000;
        assertThat(seconds).isBetween(899L, 901L);
        assertThatThrownBy(() -> logins.accessToken("admin")).isInstanceOf(Logins.LoginRefused.class);
    }

    @Test
    void postgres_is_durable_and_each_service_has_a_database_of_its_own() throws Exception {
        try (var connection = DriverManager.getConnection(
                        stack.databaseUrl("okno_payment"), "okno_payment", stack.databasePassword("okno_payment"));
                var rows = connection.createStatement().executeQuery("""
                        select current_setting('fsync'), current_setting('synchronous_commit'),
                               current_setting('data_checksums')""")) {
            rows.next();
            assertThat(List.of(rows.getString(1), rows.getString(2), rows.getString(3)))
                    .containsOnly("on");
        }
        assertThatThrownBy(() -> DriverManager.getConnection(
                        stack.databaseUrl("okno_org"), "okno_payment", stack.databasePassword("okno_payment")))
                .hasMessageContaining("permission denied");
    }

    @Test
    void postgres_comes_back_after_a_kill() {
        stack.killPostgres();
        stack.restart("postgres");

        assertThat(stack.healthy("postgres")).isTrue();
        await().untilAsserted(() -> assertThat(stack.healthy("keycloak")).isTrue());
    }

    private void wrongPassword(String user) {
        assertThatThrownBy(() -> logins.login(user, "Wrong-1-password", null)).isInstanceOf(Logins.LoginRefused.class);
    }

    /** What Keycloak has counted against a user. */
    private static JsonNode lockout(String user) {
        Infrastructure running = Infrastructure.running();
        String id = running.admin("/users?exact=true&username=" + user)
                .get(0)
                .get("id")
                .asString();
        return running.admin("/attack-detection/brute-force/users/" + id);
    }

    private static JWTClaimsSet claims(String token) throws Exception {
        return SignedJWT.parse(token).getJWTClaimsSet();
    }

    private static List<String> roles(JWTClaimsSet claims) throws Exception {
        Map<String, Object> access = claims.getJSONObjectClaim("realm_access");
        return ((List<?>) access.get("roles")).stream().map(String::valueOf).toList();
    }
}
