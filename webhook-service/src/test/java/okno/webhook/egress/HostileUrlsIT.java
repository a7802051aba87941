package okno.webhook.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import okno.platform.test.TestToken;
import okno.webhook.WebhookServiceTestCase;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * Every way we know of to make this service talk to the inside, through the real registration and the real sender, with a
 * listener on every address of this machine that must never be connected to. Its port is an allowed one, so that the port
 * saves nobody.
 */
@Import(HostileUrlsIT.Names.class)
class HostileUrlsIT extends WebhookServiceTestCase {

    private static final Trap TRAP = new Trap();

    private final TestToken owner = newAgency(newAgencyCode());

    @AfterAll
    static void close() {
        TRAP.close();
    }

    /** Refused when they are registered, and when somebody has put them into the table, sent to nobody. */
    static Stream<String> urls() {
        return Stream.of(
                        // the ordinary forms
                        "https://127.0.0.1:{port}/",
                        "https://localhost:{port}/",
                        "https://LOCALHOST:{port}/",
                        "https://0.0.0.0:{port}/",
                        "https://127.255.255.254:{port}/",
                        "https://[::1]:{port}/",
                        "https://[::]:{port}/",
                        "https://[0:0:0:0:0:0:0:1]:{port}/",
                        // other notations of the same number
                        "https://2130706433:{port}/",
                        "https://017700000001:{port}/",
                        "https://0x7f000001:{port}/",
                        "https://0x7f.0x0.0x0.0x1:{port}/",
                        "https://0x7f.1:{port}/",
                        "https://0177.0.0.1:{port}/",
                        "https://0177.0.0.01:{port}/",
                        "https://127.1:{port}/",
                        "https://127.0.1:{port}/",
                        "https://127.0.0.01:{port}/",
                        "https://127.0.0.1.:{port}/",
                        "https://127.000.000.001:{port}/",
                        "https://00000000177.0.0.1:{port}/",
                        "https://0:{port}/",
                        "https://6425673729:{port}/",
                        "https://256.0.0.1:{port}/",
                        // IPv4 inside IPv6
                        "https://[::ffff:127.0.0.1]:{port}/",
                        "https://[::ffff:7f00:1]:{port}/",
                        "https://[0:0:0:0:0:ffff:127.0.0.1]:{port}/",
                        "https://[::127.0.0.1]:{port}/",
                        "https://[::ffff:0:127.0.0.1]:{port}/",
                        "https://[64:ff9b::127.0.0.1]:{port}/",
                        "https://[64:ff9b::7f00:1]:{port}/",
                        "https://[64:ff9b:1::7f00:1]:{port}/",
                        "https://[2002:7f00:1::]:{port}/",
                        "https://[2001:0:7f00:1::80ff:fffe]:{port}/",
                        "https://[::ffff:8.8.8.8]:{port}/",
                        "https://[::1%25lo]:{port}/",
                        "https://[fe80::1%25eth0]:{port}/",
                        // networks inside
                        "https://10.0.0.1:{port}/",
                        "https://172.16.0.1:{port}/",
                        "https://172.31.255.255:{port}/",
                        "https://192.168.0.1:{port}/",
                        "https://100.64.0.1:{port}/",
                        "https://198.18.0.1:{port}/",
                        "https://[fc00::1]:{port}/",
                        "https://[fd12:3456::1]:{port}/",
                        "https://[fe80::1]:{port}/",
                        "https://203.0.116.7:{port}/",
                        // metadata of clouds
                        "https://169.254.169.254:{port}/latest/meta-data/",
                        "https://169.254.170.2:{port}/",
                        "https://2852039166:{port}/",
                        "https://0xa9fea9fe:{port}/",
                        "https://[::ffff:a9fe:a9fe]:{port}/",
                        "https://[fd00:ec2::254]:{port}/",
                        "https://100.100.100.200:{port}/",
                        "https://192.0.0.192:{port}/",
                        "https://metadata.google.internal:{port}/",
                        "https://instance-data.internal:{port}/",
                        // nobody's
                        "https://192.0.2.1:{port}/",
                        "https://198.51.100.1:{port}/",
                        "https://203.0.113.1:{port}/",
                        "https://224.0.0.1:{port}/",
                        "https://240.0.0.1:{port}/",
                        "https://255.255.255.255:{port}/",
                        "https://[2001:db8::1]:{port}/",
                        "https://[ff02::1]:{port}/",
                        "https://[100::1]:{port}/",
                        "https://[3fff::1]:{port}/",
                        // names of the inside
                        "https://localhost.:{port}/",
                        "https://localhost.localdomain:{port}/",
                        "https://anything.localhost:{port}/",
                        "https://printer.local:{port}/",
                        "https://db.internal:{port}/",
                        "https://kubernetes:{port}/",
                        "https://router.home.arpa:{port}/",
                        "https://hooks.example.com.:{port}/",
                        // who is the host?
                        "https://hooks.example.com@127.0.0.1:{port}/",
                        "https://127.0.0.1:{port}@hooks.example.com/",
                        "https://user:password@hooks.example.com:{port}/",
                        "https://@127.0.0.1:{port}/",
                        "https://hooks.example.com%40127.0.0.1:{port}/",
                        "https://hooks.example.com\\@127.0.0.1:{port}/",
                        "https://127.0.0.1:{port}\\.hooks.example.com/",
                        "https://hooks.example.com:{port}#@127.0.0.1/",
                        "https://127.0.0.1:{port}%2f.hooks.example.com/",
                        "https:///127.0.0.1:{port}/",
                        "https:127.0.0.1:{port}/",
                        "//127.0.0.1:{port}/",
                        // letters that other parsers fold into digits, dots and names
                        "https://①②⑦.⓪.⓪.①:{port}/",
                        "https://127。0。0。1:{port}/",
                        "https://ｌｏｃａｌｈｏｓｔ:{port}/",
                        "https://ⓛocalhost:{port}/",
                        "https://%31%32%37.0.0.1:{port}/",
                        "https://loca\u00adlhost:{port}/",
                        "https://xn--/:{port}/",
                        // other ports and other protocols
                        "https://hooks.example.com:22/",
                        "https://hooks.example.com:5432/",
                        "https://hooks.example.com:0/",
                        "https://hooks.example.com:99999/",
                        "http://hooks.example.com:{port}/",
                        "http://127.0.0.1:{port}/",
                        "ftp://127.0.0.1:{port}/",
                        "gopher://127.0.0.1:{port}/_POST",
                        "file:///etc/passwd",
                        "jar:https://127.0.0.1:{port}/a!/b",
                        "https://127.0.0.1:{port}/\r\nHost: inside")
                .map(url -> url.replace("{port}", Integer.toString(TRAP.port())));
    }

    @ParameterizedTest
    @MethodSource("urls")
    void is_refused_when_registered_and_never_connected_to(String url) {
        var refused = call(owner, "POST", "/webhooks/endpoints", Map.of("url", url, "eventTypes", List.of(SUBMITTED)));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(json(refused).path("errors").get(0).path("pointer").asString())
                .isEqualTo("/url");
        assertThat(refused.body()).as("the answer repeats nothing of it").doesNotContain("password", "passwd");

        // However it came into the table, an older version or a hand: the sender looks again.
        if (isUri(url)) {
            UUID endpoint = register(owner, "https://inside.example.com:" + TRAP.port() + "/", SUBMITTED)
                    .id();
            jdbc.sql("update endpoint set url = :url, state = 'ACTIVE', challenge_due_at = null where id = :id")
                    .param("url", url)
                    .param("id", endpoint)
                    .update();
            var sent = json(call(owner, "POST", "/webhooks/endpoints/" + endpoint + "/test", null));
            assertThat(sent.path("failure").asString()).as(sent.toString()).isEqualTo("ADDRESS_FORBIDDEN");
            call(owner, "DELETE", "/webhooks/endpoints/" + endpoint, null);
        }
        assertThat(TRAP.connections()).isZero();
    }

    @Test
    void there_are_enough_of_them() {
        assertThat(urls().distinct().count()).isGreaterThanOrEqualTo(60);
    }

    /** Names that look like any other: only what they resolve to gives them away. */
    @ParameterizedTest
    @MethodSource("okno.webhook.egress.HostileUrlsIT$Names#hostile")
    void a_name_that_leads_inside_never_becomes_an_endpoint(String name) {
        Registered endpoint = register(owner, "https://" + name + ":" + TRAP.port() + "/hook", SUBMITTED);

        // The first challenge, and all that follow it, end before a connection.
        await().untilAsserted(() -> {
            var shown = json(call(owner, "GET", "/webhooks/endpoints/" + endpoint.id(), null));
            assertThat(shown.path("disabledReason").asString()).isEqualTo("CHALLENGE_FAILED");
            assertThat(shown.path("challengeOutcome").asString()).isEqualTo("ADDRESS_FORBIDDEN");
        });
        assertThat(TRAP.connections()).isZero();
    }

    /** The same at the other end of the life of an endpoint: the name was good when it answered its challenge. */
    @ParameterizedTest
    @MethodSource("okno.webhook.egress.HostileUrlsIT$Names#hostile")
    void a_name_that_has_come_to_lead_inside_gets_no_event(String name) {
        String agency = newAgencyCode();
        TestToken client = newAgency(agency);
        Registered endpoint = register(client, "https://" + name + ":" + TRAP.port() + "/hook", SUBMITTED);
        jdbc.sql("update endpoint set state = 'ACTIVE', challenge_due_at = null where id = :id")
                .param("id", endpoint.id())
                .update();
        publishStatus(SUBMITTED, UUID.randomUUID(), agency, 1);

        await().untilAsserted(() -> {
            var deliveries =
                    json(call(client, "GET", "/webhooks/deliveries", null)).path("items");
            assertThat(deliveries.size()).isEqualTo(1);
            String id = deliveries.get(0).path("id").asString();
            assertThat(json(call(client, "GET", "/webhooks/deliveries/" + id, null))
                            .path("attempts")
                            .values())
                    .isNotEmpty()
                    .anySatisfy(attempt ->
                            assertThat(attempt.path("failure").asString()).isEqualTo("ADDRESS_FORBIDDEN"));
        });
        assertThat(TRAP.connections()).isZero();
    }

    @Test
    void the_trap_would_have_noticed() throws IOException {
        try (Trap other = new Trap();
                Socket caller = new Socket("127.0.0.1", other.port())) {
            assertThat(caller.isConnected()).isTrue();
            await().until(() -> other.connections() == 1);
        }
    }

    private static boolean isUri(String url) {
        try {
            URI.create(url);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Counts who connects, on every address of the machine. */
    private static final class Trap implements AutoCloseable {

        private final ServerSocket socket;
        private final AtomicInteger connections = new AtomicInteger();

        Trap() {
            try {
                socket = new ServerSocket(0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Thread.startVirtualThread(this::accept);
        }

        int port() {
            return socket.getLocalPort();
        }

        int connections() {
            return connections.get();
        }

        private void accept() {
            while (!socket.isClosed()) {
                try (Socket accepted = socket.accept()) {
                    connections.incrementAndGet();
                } catch (IOException e) {
                    return;
                }
            }
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A name server of the other side. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Names {

        private static final Map<String, String> HOSTILE = Map.of(
                "inside.example.com", "127.0.0.1",
                "inside6.example.com", "::1",
                "mapped.example.com", "64:ff9b::7f00:1",
                "metadata.example.com", "169.254.169.254",
                "mixed.example.com", "93.184.215.14,127.0.0.1",
                "mixed6.example.com", "2a02:6b8::242,::1",
                "pods.example.com", "203.0.116.9",
                "rebinding.example.com", "203.0.114.1 127.0.0.1",
                "127.0.0.1.nip.example.com", "127.0.0.1",
                "xn--80aswg.example.com", "10.0.0.7");
        private static final Map<String, AtomicInteger> ASKED = new ConcurrentHashMap<>();

        static Stream<String> hostile() {
            return HOSTILE.keySet().stream().sorted();
        }

        /** What production has, and the trap's port. */
        @Bean
        @Primary
        EgressProperties strict() {
            return new EgressProperties(
                    false,
                    Set.of("203.0.116.0/24"),
                    Set.of(443, 8443, TRAP.port()),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    16 * 1024);
        }

        @Bean
        @Primary
        DnsResolver hostileNames() {
            return new DnsResolver() {
                @Override
                public InetAddress[] resolve(String host) throws UnknownHostException {
                    String answers = HOSTILE.get(host);
                    if (answers == null) {
                        throw new UnknownHostException(host);
                    }
                    // Answers one after another: public when it is checked, private when it is connected to.
                    String[] turns = answers.split(" ");
                    int turn = ASKED.computeIfAbsent(host, name -> new AtomicInteger())
                            .getAndIncrement();
                    return Arrays.stream(turns[Math.min(turn, turns.length - 1)].split(","))
                            .map(InetAddress::ofLiteral)
                            .toArray(InetAddress[]::new);
                }

                @Override
                public String resolveCanonicalHostname(String host) {
                    return host;
                }
            };
        }
    }
}
