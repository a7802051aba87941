package okno.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import okno.local.machine.Archive;
import okno.local.machine.Layout;
import okno.local.machine.Port;
import okno.local.machine.Ports;
import okno.local.machine.Secrets;
import okno.local.process.Program;
import org.jspecify.annotations.Nullable;

/**
 * What checking a token costs the gateway: the same public path with and without one, through the real gateway to a stub
 * service. Measured is the gateway's processor time per request, which neighbours on the machine disturb least; rounds
 * alternate, and what counts is the ratio of each round. How often a token repeats decides what its cache can do, so
 * three mixes are shown: always the same, a thousand, and never the same twice.
 */
final class GatewaySuite implements Suite {

    private static final String NAME = "gateway: price of a token";
    private static final int CLIENTS = 16;
    private static final String UNLIMITED = "1000000000";

    @Override
    public void run(Settings settings, Report report) throws Exception {
        int requests = settings.quick() ? 500 : 3_000;
        int rounds = settings.quick() ? 2 : 5;
        Layout layout = directory(settings.layout());
        Ports ports = Ports.free();
        HttpServer stub = stub(ports.of(Port.APPLICATION));
        try (Issuer issuer = Issuer.start(ports.of(Port.KEYCLOAK))) {
            Program gateway = startGateway(layout, ports, issuer);
            try (var load = new Load(URI.create("http://localhost:" + ports.of(Port.GATEWAY) + "/api/v1/services"))) {
                refusesTampered(load, issuer);
                measure(load, gateway, issuer, requests, rounds, report);
            } finally {
                gateway.stop();
            }
        } finally {
            stub.stop(0);
        }
    }

    private static void measure(Load load, Program gateway, Issuer issuer, int requests, int rounds, Report report)
            throws Exception {
        List<String> thousand =
                IntStream.range(0, 1_000).mapToObj(i -> issuer.person()).toList();
        // Signing is the issuer's work, so it is done before the clock runs.
        List<String> distinct = new ArrayList<>();
        for (int i = 0; i < requests * (rounds + 1); i++) {
            distinct.add(issuer.person());
        }
        var next = new AtomicInteger();
        List<Mix> mixes = List.of(
                new Mix("no token", i -> null, new double[rounds]),
                new Mix("one token", i -> thousand.getFirst(), new double[rounds]),
                new Mix("1,000 tokens", i -> thousand.get(i % 1_000), new double[rounds]),
                new Mix("every token new", i -> distinct.get(next.getAndIncrement()), new double[rounds]));
        for (Mix mix : mixes) {
            load.run(requests, mix.tokens());
        }
        for (int round = 0; round < rounds; round++) {
            for (Mix mix : mixes) {
                double before = ProcessUse.cpuSeconds(gateway.pid());
                load.run(requests, mix.tokens());
                mix.micros()[round] = (ProcessUse.cpuSeconds(gateway.pid()) - before) * 1e6 / requests;
            }
        }
        report(report, mixes, rounds + " rounds of " + requests);
    }

    /** Which token the n-th request carries, and what the gateway used per request in each round. */
    private record Mix(String name, IntFunction<@Nullable String> tokens, double[] micros) {}

    private static void report(Report report, List<Mix> mixes, String note) {
        double[] plain = mixes.getFirst().micros();
        for (Mix mix : mixes) {
            report.add(NAME, mix.name(), Report.median(mix.micros()), "us/request", note);
        }
        for (Mix mix : mixes.subList(1, mixes.size())) {
            double[] ratio = IntStream.range(0, plain.length)
                    .mapToDouble(i -> plain[i] / mix.micros()[i])
                    .toArray();
            report.add(NAME, "no token / " + mix.name(), Report.median(ratio), "", "1 = a token costs nothing");
        }
    }

    private static void refusesTampered(Load load, Issuer issuer) throws IOException, InterruptedException {
        String token = issuer.person();
        int last = token.lastIndexOf('.') + 10;
        char other = token.charAt(last) == 'A' ? 'B' : 'A';
        String tampered = token.substring(0, last) + other + token.substring(last + 1);
        int status = load.call(tampered);
        if (status != 401 || load.call(token) != 200) {
            throw new IllegalStateException("the gateway does not check tokens: " + status);
        }
    }

    private static Layout directory(Layout usual) throws IOException {
        Path home = usual.home().resolve("bench/gateway");
        Archive.deleteTree(home);
        var layout = new Layout(usual.repository(), home);
        layout.ensure(layout.run());
        return layout;
    }

    private static HttpServer stub(int port) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 512);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        byte[] body = ("{\"items\":[],\"text\":\"" + "x".repeat(500) + "\"}").getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        return server;
    }

    private static Program startGateway(Layout layout, Ports ports, Issuer issuer)
            throws IOException, InterruptedException {
        var secrets = new Secrets(layout.secrets());
        Map<String, String> environment = new HashMap<>();
        environment.put("OKNO_PORT", Integer.toString(ports.of(Port.GATEWAY)));
        environment.put("OKNO_MANAGEMENT_PORT", Integer.toString(ports.of(Port.GATEWAY_MANAGEMENT)));
        environment.put("OKNO_PUBLIC_URL", ports.url(Port.GATEWAY).toString());
        environment.put("OKNO_APPLICATION_URL", ports.url(Port.APPLICATION).toString());
        environment.put("OKNO_ISSUER", issuer.url());
        environment.put("OKNO_KAFKA", "localhost:" + ports.of(Port.KAFKA));
        environment.put(
                "OKNO_CLIENT_KEY_FILE", secrets.signingKeyFile("gateway").toString());
        for (String plan : List.of("CLIENT", "PERSON", "ANONYMOUS", "ADDRESS")) {
            environment.put("OKNO_LIMIT_" + plan, UNLIMITED);
        }
        return ServiceProcess.start(layout, "gateway", ports.of(Port.GATEWAY_MANAGEMENT), environment);
    }

    /** So many clients, each with its next request as soon as the last is answered. */
    private static final class Load implements AutoCloseable {

        private final HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build();
        private final URI target;

        Load(URI target) {
            this.target = target;
        }

        void run(int requests, IntFunction<@Nullable String> tokens) {
            var number = new AtomicInteger();
            var bad = new AtomicInteger();
            try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int client = 0; client < CLIENTS; client++) {
                    clients.execute(() -> {
                        for (int i = number.getAndIncrement(); i < requests; i = number.getAndIncrement()) {
                            if (!answersWell(tokens.apply(i))) {
                                bad.incrementAndGet();
                            }
                        }
                    });
                }
            }
            if (bad.get() > 0) {
                throw new IllegalStateException(bad + " of " + requests + " requests were not answered with 200");
            }
        }

        private boolean answersWell(@Nullable String token) {
            try {
                return call(token) == 200;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        int call(@Nullable String token) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(target).timeout(Duration.ofSeconds(10));
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        }

        @Override
        public void close() {
            http.close();
        }
    }
}
