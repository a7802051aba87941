package okno.keycloak.sms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.spec.SecretKeySpec;
import okno.keycloak.limit.Allowance;
import okno.keycloak.sms.PhoneCodes.Check;
import okno.keycloak.sms.PhoneCodes.Sending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.keycloak.common.util.Time;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.sessions.AuthenticationSessionModel;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PhoneCodesTest {

    static final Phone PHONE = new Phone("+79161234567");
    static final Phone OTHER = new Phone("+79161234568");
    static final String HERE = "203.0.113.7";

    final Map<String, String> notes = new HashMap<>();
    final Set<String> places = new HashSet<>();
    final List<String> posted = new CopyOnWriteArrayList<>();
    HttpServer provider;
    int answer = 202;
    String code = "";

    @BeforeEach
    void start() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/", exchange -> {
            posted.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        provider.start();
    }

    @AfterEach
    void stop() {
        provider.stop(0);
        Time.setOffset(0);
    }

    @Test
    void the_code_that_was_sent_is_right_once() {
        assertThat(send(PHONE)).isEqualTo(Sending.SENT);
        assertThat(posted.getFirst()).contains(PHONE.number(), code);

        assertThat(codes().check(PHONE, " " + code + " ")).isEqualTo(Check.RIGHT);
        assertThat(codes().check(PHONE, code)).isEqualTo(Check.WORTHLESS);
    }

    @Test
    void a_right_code_that_comes_twice_at_one_moment_is_right_once() {
        send(PHONE);
        Map<String, String> before = Map.copyOf(notes);
        assertThat(codes().check(PHONE, code)).isEqualTo(Check.RIGHT);

        notes.putAll(before);

        assertThat(codes().check(PHONE, code)).isEqualTo(Check.WORTHLESS);
    }

    @Test
    void a_code_forgives_two_mistakes() {
        send(PHONE);

        assertThat(codes().check(PHONE, wrong())).isEqualTo(Check.WRONG);
        assertThat(codes().check(PHONE, null)).isEqualTo(Check.WRONG);
        assertThat(codes().check(PHONE, wrong())).isEqualTo(Check.WRONG);
        assertThat(codes().check(PHONE, code)).isEqualTo(Check.WORTHLESS);
    }

    @Test
    void a_code_is_good_for_five_minutes_and_for_its_phone() {
        send(PHONE);
        assertThat(codes().check(OTHER, code)).isEqualTo(Check.WRONG);

        Time.setOffset(300);

        assertThat(codes().check(PHONE, code)).isEqualTo(Check.WORTHLESS);
    }

    @Test
    void a_new_code_makes_the_one_before_worthless() {
        send(PHONE);
        String first = code;
        Time.setOffset(60);
        do {
            Time.setOffset(Time.getOffset() + 60);
            assertThat(send(PHONE)).isEqualTo(Sending.SENT);
        } while (first.equals(code));

        assertThat(codes().check(PHONE, first)).isEqualTo(Check.WRONG);
        assertThat(codes().check(PHONE, code)).isEqualTo(Check.RIGHT);
    }

    @Test
    void another_message_within_a_minute_is_too_soon() {
        send(PHONE);

        assertThat(send(PHONE)).isEqualTo(Sending.TOO_SOON);
        Time.setOffset(60);
        assertThat(send(PHONE)).isEqualTo(Sending.SENT);
    }

    @Test
    void a_phone_gets_five_messages_an_hour_whoever_asks() {
        for (int i = 0; i < 5; i++) {
            notes.clear();
            assertThat(send(PHONE, "198.51.100." + i)).isEqualTo(Sending.SENT);
        }
        notes.clear();

        assertThat(send(PHONE, "198.51.100.9")).isEqualTo(Sending.TOO_MANY);
        assertThat(send(OTHER, "198.51.100.9")).isEqualTo(Sending.SENT);
    }

    @Test
    void an_address_gets_ten_messages_an_hour_whatever_the_phone() {
        for (int i = 0; i < 10; i++) {
            notes.clear();
            assertThat(send(new Phone("+7916000000" + i))).isEqualTo(Sending.SENT);
        }
        notes.clear();

        assertThat(send(PHONE)).isEqualTo(Sending.TOO_MANY);
        assertThat(send(PHONE, "198.51.100.9")).isEqualTo(Sending.SENT);
    }

    @Test
    void a_message_the_provider_refuses_was_not_sent_and_may_be_asked_for_again_at_once() {
        answer = 503;
        assertThat(send(PHONE)).isEqualTo(Sending.UNAVAILABLE);

        answer = 202;

        assertThat(send(PHONE)).isEqualTo(Sending.SENT);
    }

    @Test
    void neither_the_code_nor_the_phone_is_kept() {
        send(PHONE);

        assertThat(notes.toString()).doesNotContain(code, PHONE.number());
        assertThat(places.toString()).doesNotContain(PHONE.number(), HERE);
    }

    @Test
    void a_phone_is_russian_however_it_is_typed() {
        assertThat(Phone.typed("8 (916) 123-45-67")).contains(PHONE);
        assertThat(Phone.typed("+7 916 123 45 67")).contains(PHONE);
        assertThat(Phone.typed("+1 202 555 0100")).isEmpty();
        assertThat(Phone.typed("916123456")).isEmpty();
        assertThat(PHONE.masked()).isEqualTo("+7 ••• •••-45-67");
    }

    private Sending send(Phone phone) {
        return send(phone, HERE);
    }

    private Sending send(Phone phone, String address) {
        return codes().send(phone, address, sent -> {
            code = sent;
            return "code " + sent;
        });
    }

    private String wrong() {
        return code.equals("000000") ? "000001" : "000000";
    }

    private PhoneCodes codes() {
        var settings = new SmsSettings(
                URI.create("http://localhost:" + provider.getAddress().getPort() + "/"),
                Duration.ofMinutes(5),
                3,
                Duration.ofSeconds(60),
                5,
                10,
                3,
                10);
        SingleUseObjectProvider store = mock();
        when(store.putIfAbsent(anyString(), org.mockito.ArgumentMatchers.anyLong()))
                .thenAnswer(call -> places.add(call.getArgument(0)));
        AuthenticationSessionModel login = mock();
        when(login.getAuthNote(anyString())).thenAnswer(call -> notes.get(call.<String>getArgument(0)));
        doAnswer(call -> notes.put(call.getArgument(0), call.getArgument(1)))
                .when(login)
                .setAuthNote(anyString(), anyString());
        doAnswer(call -> notes.remove(call.<String>getArgument(0))).when(login).removeAuthNote(anyString());
        var key = new SecretKeySpec("a key that is only for this test".getBytes(UTF_8), "HmacSHA256");
        return new PhoneCodes(settings, new SmsGateway(settings.gateway()), new Allowance(store), key, login);
    }
}
