package okno.keycloak.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keycloak.common.util.Time;
import org.keycloak.sessions.AuthenticationSessionModel;

class LoginTextTest {

    private static final URI HERE = URI.create("https://id.okno.example/");

    private final AuthenticationSessionModel login = login();

    @AfterEach
    void now() {
        Time.setOffset(0);
    }

    @Test
    void a_text_is_good_once_and_names_the_place() {
        String text = LoginText.give(login, HERE);

        assertThat(text).matches("Okno: I log in at https://id\\.okno\\.example/\\. [0-9a-f]{64}");
        assertThat(LoginText.take(login)).isEqualTo(text);
        assertThat(LoginText.take(login)).isNull();
    }

    @Test
    void a_new_text_makes_the_one_before_worthless() {
        String first = LoginText.give(login, HERE);
        String second = LoginText.give(login, HERE);

        assertThat(second).isNotEqualTo(first);
        assertThat(LoginText.take(login)).isEqualTo(second);
    }

    @Test
    void a_text_ends_after_five_minutes_used_or_not() {
        LoginText.give(login, HERE);
        Time.setOffset(299);
        assertThat(LoginText.take(login)).isNotNull();

        LoginText.give(login, HERE);
        Time.setOffset(299 + 301);
        assertThat(LoginText.take(login)).isNull();
    }

    private static AuthenticationSessionModel login() {
        Map<String, String> notes = new HashMap<>();
        AuthenticationSessionModel login = mock();
        when(login.getAuthNote(anyString())).thenAnswer(call -> notes.get(call.<String>getArgument(0)));
        doAnswer(call -> notes.put(call.getArgument(0), call.getArgument(1)))
                .when(login)
                .setAuthNote(anyString(), anyString());
        doAnswer(call -> notes.remove(call.<String>getArgument(0))).when(login).removeAuthNote(anyString());
        return login;
    }
}
