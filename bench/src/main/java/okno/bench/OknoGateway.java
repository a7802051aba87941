package okno.bench;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okno.local.machine.Layout;
import okno.local.machine.Port;
import okno.local.machine.Ports;
import okno.local.machine.Secrets;
import okno.local.process.Program;

/**
 * Our gateway. The plain one is the same jar with Spring Security and our part of it left out of the auto-configuration:
 * same route, headers, breaker, counters of the limits; the token is passed on and nobody looks at it.
 */
final class OknoGateway implements GatewayPeer {

    private static final String UNLIMITED = "1000000000";
    private static final String SECURITY = String.join(
            ",",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "okno.platform.security.ResourceServer",
            "okno.platform.security.ServiceClientsConfiguration");

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public String plain() {
        return "without Spring Security; limits count in both";
    }

    @Override
    public Pair start(Layout layout, Issuer issuer, StubService service) throws IOException, InterruptedException {
        Ports plainPorts = Ports.free();
        Program plain = start(
                layout, "gateway-plain", plainPorts, issuer, service, Map.of("SPRING_AUTOCONFIGURE_EXCLUDE", SECURITY));
        Ports ports = Ports.free();
        Program secured = start(layout, "gateway", ports, issuer, service, Map.of());
        return new Pair(
                new Side(plainPorts.of(Port.GATEWAY), plain.pid()),
                new Side(ports.of(Port.GATEWAY), secured.pid()),
                () -> {
                    plain.stop();
                    secured.stop();
                });
    }

    private static Program start(
            Layout layout, String name, Ports ports, Issuer issuer, StubService service, Map<String, String> more)
            throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("OKNO_PORT", Integer.toString(ports.of(Port.GATEWAY)));
        environment.put("OKNO_MANAGEMENT_PORT", Integer.toString(ports.of(Port.GATEWAY_MANAGEMENT)));
        environment.put("OKNO_PUBLIC_URL", ports.url(Port.GATEWAY).toString());
        environment.put("OKNO_APPLICATION_URL", service.url().toString());
        environment.put("OKNO_ISSUER", issuer.url());
        environment.put(
                "OKNO_CLIENT_KEY_FILE",
                new Secrets(layout.secrets()).signingKeyFile("gateway").toString());
        // There is no Kafka here, and looking for one takes processor time. Ended sessions are still looked up.
        environment.put("OKNO_SECURITY_REVOCATIONS", "false");
        for (String plan : List.of("CLIENT", "PERSON", "ANONYMOUS", "ADDRESS")) {
            environment.put("OKNO_LIMIT_" + plan, UNLIMITED);
        }
        return ServiceProcess.start(layout, "gateway", name, ports.of(Port.GATEWAY_MANAGEMENT), environment);
    }
}
