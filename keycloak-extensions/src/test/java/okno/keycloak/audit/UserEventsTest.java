package okno.keycloak.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.platform.test.ContractCheck;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UserEventsTest {

    static final Map<String, String> CONTRACTS = Map.of(
            "okno.audit.recorded.v1", "audit-recorded.v1",
            "okno.session.ended.v1", "session-ended.v1",
            "okno.account.logged_in.v1", "account-logged-in.v1",
            "okno.account.log_in_failed.v1", "account-log-in-failed.v1",
            "okno.account.locked.v1", "account-locked.v1",
            "okno.account.phone_confirmed.v1", "account-phone-confirmed.v1");
    static final String PERSON = "0198c0de-0000-7000-8000-000000000001";

    @Test
    void a_log_in_is_a_deed_of_the_person() {
        Event logIn = event(EventType.LOGIN);
        List<Message> messages = UserEvents.of(logIn);

        assertThat(messages).hasSize(2);
        assertThat(text(messages.getFirst()))
                .contains("\"action\":\"session.started\"", "\"objectId\":\"sid-1\"", "\"result\":\"DONE\"", PERSON);
        assertThat(messages.getLast().topic()).isEqualTo("okno.identity.account.v1");
        assertThat(text(messages.getLast())).contains(logIn.getId());
    }

    @Test
    void a_failed_log_in_is_a_refusal_on_the_persons_account() {
        Event event = event(EventType.LOGIN_ERROR);
        event.setError("invalid_user_credentials");

        assertThat(text(UserEvents.of(event).getFirst()))
                .contains("\"action\":\"session.refused\"", "\"result\":\"REFUSED\"", "\"objectId\":\"" + PERSON);
    }

    @Test
    void a_log_out_tells_every_service_that_the_session_is_over() {
        Message ended = UserEvents.of(event(EventType.LOGOUT)).getLast();

        assertThat(ended.topic()).isEqualTo("okno.identity.session.v1");
        assertThat(ended.subject()).isEqualTo(UUID.nameUUIDFromBytes("session:sid-1".getBytes(UTF_8)));
        ContractCheck.event("session-ended.v1", ended.json());
    }

    @Test
    void a_confirmed_phone_is_told_without_its_number() {
        Event event = event(EventType.UPDATE_CREDENTIAL);
        event.setDetails(Map.of("okno_confirmed", "phone", "credential_type", "otp"));

        Message confirmed = UserEvents.of(event).getLast();

        assertThat(confirmed.topic()).isEqualTo("okno.identity.account.v1");
        assertThat(confirmed.subject()).hasToString(PERSON);
        ContractCheck.event("account-phone-confirmed.v1", confirmed.json());
        assertThat(UserEvents.of(event(EventType.UPDATE_CREDENTIAL))).hasSize(1);
    }

    @Test
    void a_lockout_is_done_by_the_system_to_the_person_who_is_told() {
        ContractCheck.event(
                "account-locked.v1",
                UserEvents.of(event(EventType.USER_DISABLED_BY_TEMPORARY_LOCKOUT))
                        .getLast()
                        .json());
        assertThat(text(UserEvents.of(event(EventType.USER_DISABLED_BY_TEMPORARY_LOCKOUT))
                        .getFirst()))
                .contains("\"actorId\":\"keycloak\"", "\"actorKind\":\"SYSTEM\"", "\"personId\":\"" + PERSON);
    }

    @Test
    void an_attempt_on_an_unknown_account_is_nobodys_deed() {
        Event event = event(EventType.LOGIN_ERROR);
        event.setUserId(null);

        assertThat(UserEvents.of(event)).isEmpty();
    }

    @Test
    void the_same_event_has_the_same_ids_whenever_it_is_sent() {
        Event event = event(EventType.LOGOUT);

        assertThat(UserEvents.of(event).stream().map(Message::id))
                .containsExactlyElementsOf(
                        UserEvents.of(event.clone()).stream().map(Message::id).toList());
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void nothing_but_ids_leaves_keycloak(EventType type) {
        for (Message message : UserEvents.of(event(type))) {
            ContractCheck.event(CONTRACTS.get(message.type()), message.json());
            assertThat(text(message)).doesNotContain("maria", "203.0.113.7", "example.org", "Firefox");
        }
    }

    static Event event(EventType type) {
        Event event = new Event();
        event.setId(UUID.randomUUID().toString());
        event.setTime(1_795_000_000_123L);
        event.setType(type);
        event.setUserId(PERSON);
        event.setSessionId("sid-1");
        event.setIpAddress("203.0.113.7");
        event.setDetails(Map.of(
                "username", "maria", "email", "maria@example.org", "user_agent", "Firefox", "credential_type", "otp"));
        return event;
    }

    private static String text(Message message) {
        return new String(message.json(), UTF_8);
    }
}
