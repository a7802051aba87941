package okno.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okno.local.infra.Keycloak;
import okno.local.machine.Port;
import okno.local.machine.Ports;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** HAProxy ending TLS before Keycloak and before the gateway, with the lines that the gateway's README names. */
final class TlsProxy implements AutoCloseable {

    /** {@code source}: the address from which Keycloak and the gateway believe what is said of certificates. */
    private static final String CONFIGURATION = """
            global
              maxconn 50
            defaults
              mode http
              timeout connect 2s
              timeout client 30s
              timeout server 30s
            frontend realm
              bind 127.0.0.1:%1$d ssl crt %3$s ca-file %4$s verify optional
              http-request del-header Client-Cert
              http-request set-header Client-Cert :%%[ssl_c_der,base64]: if { ssl_c_used }
              default_backend keycloak
            frontend portal
              bind 127.0.0.1:%2$d ssl crt %3$s ca-file %4$s verify optional
              http-request del-header Client-Cert
              http-request set-header Client-Cert :%%[ssl_c_der,base64]: if { ssl_c_used }
              default_backend gateway
            backend keycloak
              source %5$s
              server keycloak 127.0.0.1:%6$d
            backend gateway
              source %5$s
              server gateway 127.0.0.1:%7$d
            """;

    private final Process haproxy;
    private final int realm;
    private final int portal;

    /** @param trusted whose certificates pass the handshake */
    TlsProxy(Path directory, TestCertificate own, List<TestCertificate> trusted) throws IOException {
        realm = Ports.free().of(Port.KEYCLOAK);
        portal = Ports.free().of(Port.GATEWAY);
        Path server = Files.writeString(directory.resolve("server.pem"), own.pem() + own.keyPem(), US_ASCII);
        Path clients = Files.writeString(
                directory.resolve("clients.pem"),
                String.join("", trusted.stream().map(TestCertificate::pem).toList()),
                US_ASCII);
        Path file = Files.writeString(
                directory.resolve("haproxy.cfg"),
                CONFIGURATION.formatted(
                        realm,
                        portal,
                        server,
                        clients,
                        Keycloak.PROXY,
                        RunningOkno.ports().of(Port.KEYCLOAK),
                        RunningOkno.ports().of(Port.GATEWAY)),
                US_ASCII);
        haproxy = new ProcessBuilder(String.valueOf(program()), "-db", "-f", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("haproxy.log").toFile())
                .start();
        Awaitility.await().ignoreException(ConnectException.class).until(() -> {
            try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), portal)) {
                return socket.isConnected();
            }
        });
    }

    URI realm() {
        return URI.create("https://localhost:" + realm);
    }

    URI portal() {
        return URI.create("https://localhost:" + portal);
    }

    /** Null: not installed. */
    static @Nullable Path program() {
        String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
        return Stream.of(path.split(File.pathSeparator))
                .map(directory -> Path.of(directory, "haproxy"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() throws InterruptedException {
        haproxy.destroy();
        if (!haproxy.waitFor(5, TimeUnit.SECONDS)) {
            haproxy.destroyForcibly();
        }
    }
}
