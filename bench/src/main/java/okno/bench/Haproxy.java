package okno.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okno.local.machine.Layout;
import okno.local.machine.Port;
import okno.local.machine.Ports;
import okno.local.process.Probe;
import okno.local.process.Program;
import okno.local.process.ProgramSpec;
import org.jspecify.annotations.Nullable;

/**
 * HAProxy with {@code jwt_verify}. Its own check is the signature alone, so algorithm, issuer, audience and expiry are
 * asked one by one, as its manual tells. Plain is the same without these lines.
 */
final class Haproxy implements GatewayPeer {

    private static final String COMMON = """
            global
              nbthread 1
              maxconn 2000
            defaults
              mode http
              timeout connect 2s
              timeout client 30s
              timeout server 30s
            backend service
              server stub %s
            frontend in
              bind 127.0.0.1:%d
              default_backend service
            """;
    private static final String CHECKS = """
              http-request set-var(txn.token) http_auth_bearer
              http-request set-var(txn.alg) var(txn.token),jwt_header_query('$.alg')
              http-request set-var(txn.iss) var(txn.token),jwt_payload_query('$.iss')
              http-request set-var(txn.aud) var(txn.token),jwt_payload_query('$.aud[0]')
              http-request set-var(txn.exp) var(txn.token),jwt_payload_query('$.exp','int')
              http-request set-var(txn.now) date()
              http-request deny deny_status 401 unless { var(txn.alg) -m str RS256 }
              http-request deny deny_status 401 unless { var(txn.iss) -m str %s }
              http-request deny deny_status 401 unless { var(txn.aud) -m str okno-api }
              http-request deny deny_status 401 if { var(txn.exp),sub(txn.now) -m int lt 0 }
              http-request deny deny_status 401 unless { var(txn.token),jwt_verify(txn.alg,"%s") -m int 1 }
            """;

    @Override
    public String name() {
        return "haproxy";
    }

    @Override
    public String plain() {
        return "without the check of the token; nbthread 1";
    }

    @Override
    public int window() {
        return 12_000;
    }

    @Override
    public @Nullable String missing() {
        return program() == null ? "HAProxy is not installed (apt install haproxy)" : null;
    }

    @Override
    public Pair start(Layout layout, Issuer issuer, StubService service) throws IOException, InterruptedException {
        Path key = layout.home().resolve("issuer.pem");
        Files.writeString(key, issuer.publicKeyPem());
        String server = "127.0.0.1:" + service.url().getPort();
        int plainPort = Ports.free().of(Port.GATEWAY);
        Program plain = start(layout, "haproxy-plain", plainPort, COMMON.formatted(server, plainPort));
        int port = Ports.free().of(Port.GATEWAY);
        Program secured = start(
                layout, "haproxy-secured", port, COMMON.formatted(server, port) + CHECKS.formatted(issuer.url(), key));
        return new Pair(new Side(plainPort, plain.pid()), new Side(port, secured.pid()), () -> {
            plain.stop();
            secured.stop();
        });
    }

    private static Program start(Layout layout, String name, int port, String text)
            throws IOException, InterruptedException {
        Path file = layout.home().resolve(name + ".cfg");
        Files.writeString(file, text, StandardCharsets.US_ASCII);
        layout.ensure(layout.home().resolve("logs"));
        List<String> command = List.of(String.valueOf(program()), "-db", "-f", file.toString());
        return Programs.start(
                ProgramSpec.of(name, command, Map.of(), layout.log(name)).readyWhen(Probe.tcp(port)), layout.run());
    }

    private static @Nullable Path program() {
        String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
        return Stream.of(path.split(File.pathSeparator))
                .map(directory -> Path.of(directory, "haproxy"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }
}
