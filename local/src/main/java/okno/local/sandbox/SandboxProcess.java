package okno.local.sandbox;

import java.net.URI;
import java.util.List;
import java.util.Map;
import okno.local.machine.JavaRuntime;
import okno.local.machine.Layout;
import okno.local.machine.Port;
import okno.local.machine.Ports;
import okno.local.machine.Secrets;
import okno.local.process.Part;
import okno.local.process.Probe;
import okno.local.process.ProgramSpec;

/** The sandbox as a process of the stack. */
public final class SandboxProcess implements Part {

    private static final String NAME = "sandbox";

    private final Layout layout;
    private final Ports ports;
    private final Secrets secrets;

    public SandboxProcess(Layout layout, Ports ports, Secrets secrets) {
        this.layout = layout;
        this.ports = ports;
        this.secrets = secrets;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Layer layer() {
        return Layer.OUTSIDE;
    }

    @Override
    public int port() {
        return ports.of(Port.SANDBOX);
    }

    @Override
    public ProgramSpec spec() {
        List<String> command = List.of(
                JavaRuntime.java(),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1",
                "-Xmx96m",
                "-Xss512k",
                "-cp",
                new JavaRuntime(layout).jars(),
                Sandbox.class.getName());
        Map<String, String> environment = Map.of(
                "OKNO_PORT", Integer.toString(port()),
                "OKNO_SMTP_PORT", Integer.toString(ports.of(Port.SMTP)),
                "OKNO_PUBLIC_URL", ports.url(Port.GATEWAY).toString(),
                "OKNO_KEYCLOAK_URL", ports.url(Port.KEYCLOAK).toString(),
                "OKNO_PROVIDER_KEY", secrets.password(Sandbox.PROVIDER_KEY),
                "OKNO_PROVIDER_CALLBACK_SECRET", secrets.webhookSecret(Sandbox.CALLBACK_SECRET),
                "OKNO_CIVIL_KEY", secrets.password(Sandbox.CIVIL_KEY),
                "OKNO_VERIFIER_KEY", secrets.password(Sandbox.VERIFIER_KEY),
                "OKNO_SECRETS_DIR", layout.secrets().toString());
        return ProgramSpec.of(NAME, command, environment, layout.log(NAME))
                .readyWhen(Probe.http(URI.create(ports.url(Port.SANDBOX) + "/health")));
    }
}
