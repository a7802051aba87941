package okno.webhook.egress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okno.webhook.egress.SendResult.Answered;
import okno.webhook.egress.SendResult.Failed;
import okno.webhook.egress.SendResult.Failure;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSenderTest {

    private static final String OK = "HTTP/1.1 204 No Content\r\n\r\n";

    private final AtomicInteger connections = new AtomicInteger();
    private final ServerSocket listener = listen();
    private volatile Consumer<Socket> behaviour = socket -> answer(socket, OK);

    @AfterEach
    void close() throws IOException {
        listener.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1",
                "https://localhost",
                "https://2130706433",
                "https://0x7f000001",
                "https://127.1",
                "https://[::1]",
                "https://[::ffff:127.0.0.1]",
                "https://0.0.0.0",
                "https://user@127.0.0.1"
            })
    void connects_to_nothing_private_however_it_is_written(String host) {
        SendResult result = send(sender(false, SystemDefaultDnsResolver.INSTANCE), host);

        assertThat(result).isInstanceOf(Failed.class);
        assertThat(connections).hasValue(0);
    }

    @Test
    void one_private_address_among_public_ones_is_enough_to_refuse() {
        DnsResolver mixed = resolver("93.184.215.14", "127.0.0.1");

        assertThat(send(sender(false, mixed), "https://mixed.example.com"))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.failure()).isEqualTo(Failure.ADDRESS_FORBIDDEN));
        assertThat(connections).hasValue(0);
    }

    @Test
    void a_name_that_changes_its_mind_is_asked_once_per_connection() {
        // First answer public and unreachable, every later one private: the attack of DNS rebinding.
        var lookups = new AtomicInteger();
        DnsResolver rebinding = resolver(() -> lookups.getAndIncrement() == 0 ? "203.0.114.1" : "127.0.0.1");

        HttpSender sender = sender(false, rebinding);
        assertThat(send(sender, "https://rebind.example.com")).isInstanceOf(Failed.class);
        assertThat(lookups).hasValue(1);
        assertThat(send(sender, "https://rebind.example.com"))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.failure()).isEqualTo(Failure.ADDRESS_FORBIDDEN));
        assertThat(connections).hasValue(0);
    }

    @Test
    void a_redirect_is_an_answer_and_is_not_followed() {
        behaviour = socket -> answer(
                socket,
                "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:%d/other\r\nContent-Length: 0\r\n\r\n"
                        .formatted(listener.getLocalPort()));

        assertThat(send(insecure(), "http://127.0.0.1")).isInstanceOfSatisfying(Answered.class, answered -> {
            assertThat(answered.status()).isEqualTo(302);
            assertThat(answered.ok()).isFalse();
        });
        assertThat(connections).hasValue(1);
    }

    @Test
    void a_redirect_to_the_inside_is_never_connected_to() throws IOException {
        var inside = new AtomicInteger();
        try (ServerSocket within = new ServerSocket(0)) {
            Thread.startVirtualThread(() -> {
                try {
                    within.accept().close();
                    inside.incrementAndGet();
                } catch (IOException e) {
                    // Nobody came before the test was over.
                }
            });
            for (int status : new int[] {301, 302, 303, 307, 308}) {
                behaviour = socket -> answer(
                        socket,
                        "HTTP/1.1 %d Go\r\nLocation: http://127.0.0.1:%d/\r\nRefresh: 0; url=http://127.0.0.1:%d/\r\nContent-Length: 0\r\n\r\n"
                                .formatted(status, within.getLocalPort(), within.getLocalPort()));
                assertThat(send(insecure(), "http://127.0.0.1")).isInstanceOf(Answered.class);
            }
            assertThat(connections).hasValue(5);
            assertThat(inside).hasValue(0);
        }
    }

    @Test
    void proxies_of_the_machine_are_not_asked() {
        Map<String, String> proxies = Map.of(
                "http.proxyHost", "127.0.0.1",
                "http.proxyPort", Integer.toString(listener.getLocalPort()),
                "https.proxyHost", "127.0.0.1",
                "https.proxyPort", Integer.toString(listener.getLocalPort()),
                "socksProxyHost", "127.0.0.1",
                "socksProxyPort", Integer.toString(listener.getLocalPort()),
                "java.net.useSystemProxies", "true");
        proxies.forEach(System::setProperty);
        try {
            assertThat(send(sender(false, resolver("203.0.114.1")), "https://hooks.example.com"))
                    .isInstanceOf(Failed.class);
            assertThat(connections).hasValue(0);
        } finally {
            proxies.keySet().forEach(System::clearProperty);
        }
    }

    @Test
    void a_network_that_the_operator_forbids_is_inside() {
        var settings = new EgressProperties(
                false,
                Set.of("93.184.0.0/16", "2a02:6b8::/32"),
                Set.of(443),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                1024);
        var addresses = new PublicAddresses(settings);

        assertThat(addresses.isPublic(InetAddress.ofLiteral("93.184.215.14"))).isFalse();
        assertThat(addresses.isPublic(InetAddress.ofLiteral("2a02:6b8::242"))).isFalse();
        assertThat(addresses.isPublic(InetAddress.ofLiteral("93.185.0.1"))).isTrue();
        assertThat(new EndpointUrls(settings, addresses).allows(URI.create("https://93.184.215.14/")))
                .isFalse();
    }

    @Test
    void a_silent_endpoint_costs_no_more_than_the_deadline() {
        behaviour = socket -> {};

        SendResult result = send(insecure(), "http://127.0.0.1");

        assertThat(result).isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.failure())
                .isEqualTo(Failure.TIMED_OUT));
        assertThat(result.duration()).isBetween(Duration.ofMillis(900), Duration.ofSeconds(3));
    }

    @Test
    void an_endpoint_that_drips_costs_no_more_than_the_deadline() {
        behaviour = socket -> drip(socket);

        SendResult result = send(insecure(), "http://127.0.0.1");

        assertThat(result.duration()).isLessThan(Duration.ofSeconds(3));
        assertThat(result).isInstanceOf(Failed.class);
    }

    @Test
    void reads_no_more_of_an_answer_than_the_cap() {
        behaviour =
                socket -> answer(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n" + "x".repeat(100_000));

        assertThat(send(insecure(), "http://127.0.0.1"))
                .isInstanceOfSatisfying(
                        Answered.class, answered -> assertThat(answered.body()).hasSize(16 * 1024));
    }

    @Test
    void nobody_listening_is_a_failure_to_connect() throws IOException {
        int port = listener.getLocalPort();
        listener.close();

        SendResult result = insecure().send(UUID.randomUUID(), URI.create("http://127.0.0.1:" + port), message());

        assertThat(result).isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.failure())
                .isEqualTo(Failure.CONNECT_FAILED));
    }

    @Test
    void understands_both_forms_of_retry_after() {
        behaviour = socket -> answer(socket, "HTTP/1.1 429 Too Many\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n");
        assertThat(((Answered) send(insecure(), "http://127.0.0.1")).retryAfter())
                .isEqualTo(Duration.ofMinutes(2));

        behaviour = socket -> answer(
                socket,
                "HTTP/1.1 503 Later\r\nRetry-After: Tue, 31 Dec 2999 23:59:59 GMT\r\nContent-Length: 0\r\n\r\n");
        assertThat(((Answered) send(insecure(), "http://127.0.0.1")).retryAfter())
                .isGreaterThan(Duration.ofDays(300));
    }

    @Test
    void endpoints_of_one_host_keep_a_connection_each() {
        behaviour = socket -> answerAll(socket, OK);
        HttpSender sender = insecure();
        URI host = URI.create("http://127.0.0.1:" + listener.getLocalPort());
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();

        for (int i = 0; i < 5; i++) {
            assertThat(sender.send(one, host, message())).isInstanceOf(Answered.class);
            assertThat(sender.send(other, host, message())).isInstanceOf(Answered.class);
        }

        assertThat(connections).hasValue(2);
    }

    @Test
    void a_receiver_that_closed_all_kept_connections_is_reached_by_a_new_one() throws Exception {
        var both = new CyclicBarrier(2);
        var closed = new CountDownLatch(2);
        behaviour = socket -> {
            answer(socket, OK, both);
            closed.countDown();
        };
        HttpSender sender = insecure();
        URI host = URI.create("http://127.0.0.1:" + listener.getLocalPort());
        UUID endpoint = UUID.randomUUID();
        try (var two = Executors.newVirtualThreadPerTaskExecutor()) {
            two.submit(() -> sender.send(endpoint, host, message()));
            two.submit(() -> sender.send(endpoint, host, message()));
        }
        assertThat(closed.await(5, TimeUnit.SECONDS)).isTrue();
        behaviour = socket -> answer(socket, OK);

        assertThat(sender.send(endpoint, host, message())).isInstanceOf(Answered.class);
        assertThat(connections).hasValue(3);
    }

    private HttpSender insecure() {
        return sender(true, SystemDefaultDnsResolver.INSTANCE);
    }

    private HttpSender sender(boolean allowInsecure, DnsResolver resolver) {
        var settings = new EgressProperties(
                allowInsecure,
                Set.of(),
                Set.of(listener.getLocalPort()),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                16 * 1024);
        var addresses = new PublicAddresses(settings);
        return new HttpSender(
                new EgressClient(settings, addresses, resolver),
                new EndpointUrls(settings, addresses),
                settings,
                Clock.systemUTC());
    }

    private SendResult send(HttpSender sender, String host) {
        return sender.send(UUID.randomUUID(), URI.create(host + ":" + listener.getLocalPort() + "/hook"), message());
    }

    private static SignedMessage message() {
        return new SignedMessage("id", Instant.now(), "v1,x", "{}".getBytes(UTF_8));
    }

    private static DnsResolver resolver(String... addresses) {
        return new FixedResolver(() -> addresses);
    }

    private static DnsResolver resolver(Supplier<String> address) {
        return new FixedResolver(() -> new String[] {address.get()});
    }

    private record FixedResolver(Supplier<String[]> addresses) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return Arrays.stream(addresses.get()).map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    private ServerSocket listen() {
        try {
            var socket = new ServerSocket(0);
            Thread.startVirtualThread(() -> accept(socket));
            return socket;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket accepted = socket.accept();
                connections.incrementAndGet();
                Thread.startVirtualThread(() -> behaviour.accept(accepted));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void answer(Socket socket, String text) {
        try {
            answerNext(socket, text);
        } catch (IOException e) {
            // The sender has seen enough and closed.
        }
    }

    /** Answers when as many ask as the barrier wants, and closes without a word. */
    private static void answer(Socket socket, String text, CyclicBarrier barrier) {
        try (socket) {
            socket.getInputStream().read(new byte[8192]);
            barrier.await(5, TimeUnit.SECONDS);
            socket.getOutputStream().write(text.getBytes(UTF_8));
        } catch (IOException | InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static void answerAll(Socket socket, String text) {
        try {
            while (answerNext(socket, text)) {
                // As long as the sender keeps the connection.
            }
        } catch (IOException e) {
            // The sender has seen enough and closed.
        }
    }

    private static boolean answerNext(Socket socket, String text) throws IOException {
        boolean asked = socket.getInputStream().read(new byte[8192]) > 0;
        socket.getOutputStream().write(text.getBytes(UTF_8));
        socket.getOutputStream().flush();
        return asked;
    }

    private static void drip(Socket socket) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n".getBytes(UTF_8));
            while (true) {
                out.write('x');
                out.flush();
                LockSupport.parkNanos(100_000_000);
            }
        } catch (IOException e) {
            // The sender gave up.
        }
    }
}
