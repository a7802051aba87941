package okno.bench;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okno.bench.stock.StockGateway;
import okno.local.machine.Layout;
import okno.local.machine.Port;
import okno.local.machine.Ports;
import okno.local.process.Program;

/** Spring Cloud Gateway with Spring Security's own resource server, all defaults; plain is the same without the latter. */
final class StockPeer implements GatewayPeer {

    private static final List<String> OKNO = List.of(
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            // Observations would cost the stock chain more than all else; the measure is Spring Security without them.
            "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
            "org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration",
            "okno.platform.web.WebAutoConfiguration",
            "okno.platform.web.idempotency.IdempotencyAutoConfiguration",
            "okno.platform.security.ResourceServer",
            "okno.platform.security.RevocationsConfiguration",
            "okno.platform.security.ServiceClientsConfiguration");
    private static final String RESOURCE_SERVER =
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure."
                    + "OAuth2ResourceServerAutoConfiguration";
    private static final String SECURITY = String.join(
            ",",
            "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
            RESOURCE_SERVER,
            RESOURCE_SERVER
                    .replace("autoconfigure.OAuth2", "autoconfigure.web.OAuth2")
                    .replace("ServerAuto", "ServerWebSecurityAuto"));

    @Override
    public String name() {
        return "stock";
    }

    @Override
    public String plain() {
        return "without Spring Security";
    }

    @Override
    public Pair start(Layout layout, Issuer issuer, StubService service) throws IOException, InterruptedException {
        String exclude = String.join(",", OKNO);
        int plainPort = Ports.free().of(Port.GATEWAY);
        Program plain = start(layout, plainPort, issuer, service, exclude + "," + SECURITY);
        int port = Ports.free().of(Port.GATEWAY);
        Program secured = start(layout, port, issuer, service, exclude);
        return new Pair(new Side(plainPort, plain.pid()), new Side(port, secured.pid()), () -> {
            plain.stop();
            secured.stop();
        });
    }

    private static Program start(Layout layout, int port, Issuer issuer, StubService service, String exclude)
            throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("BENCH_SERVICE", service.url().toString());
        environment.put("SPRING_AUTOCONFIGURE_EXCLUDE", exclude);
        // Not the configuration of Okno's gateway, which lies in the same jar.
        environment.put("SPRING_CONFIG_NAME", "stock");
        environment.put("SPRING_THREADS_VIRTUAL_ENABLED", "true");
        environment.put("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWKSETURI", issuer.url() + "/certs");
        environment.put("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUERURI", issuer.url());
        environment.put("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_AUDIENCES", "okno-api");
        return ServiceProcess.startOther(layout, "gateway", StockGateway.class, port, environment);
    }
}
