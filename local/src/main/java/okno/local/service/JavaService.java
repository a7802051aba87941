package okno.local.service;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import okno.local.infra.KafkaBroker;
import okno.local.infra.Postgres;
import okno.local.machine.JavaRuntime;
import okno.local.machine.Layout;
import okno.local.machine.Ports;
import okno.local.machine.Startup;
import okno.local.process.Part;
import okno.local.process.Probe;
import okno.local.process.ProgramSpec;
import okno.local.service.Services.Service;

/** One of Okno's services as a process. */
public final class JavaService implements Part {

    private final Service service;
    private final Layout layout;
    private final Ports ports;
    private final ServiceEnvironment environment;
    private final Startup startup;
    private final ServiceImage image;

    public JavaService(Service service, Layout layout, Ports ports, ServiceEnvironment environment, Startup startup) {
        this.service = service;
        this.layout = layout;
        this.ports = ports;
        this.environment = environment;
        this.startup = startup;
        this.image = new ServiceImage(layout, service.name());
    }

    @Override
    public String name() {
        return service.name();
    }

    @Override
    public Layer layer() {
        return service.database() == null ? Layer.EDGE : Layer.SERVICE;
    }

    @Override
    public int port() {
        return ports.of(service.port());
    }

    @Override
    public List<String> after() {
        return List.of(Postgres.NAME, KafkaBroker.NAME);
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        if (startup != Startup.NAIVE) {
            image.unpack();
        }
    }

    @Override
    public void speedUpNextStart() throws IOException, InterruptedException {
        if (startup != Startup.NAIVE && !image.trained()) {
            image.train(startup.options(), environment.of(service));
        }
    }

    @Override
    public ProgramSpec spec() throws IOException {
        List<String> command = startup == Startup.NAIVE
                ? List.of(JavaRuntime.java(), "-jar", image.fatJar().toString())
                : image.command(startup.options());
        Map<String, String> variables = environment.of(service);
        URI health = URI.create(ports.url(service.port().management()) + "/actuator/health/readiness");
        return ProgramSpec.of(name(), command, variables, layout.log(name())).readyWhen(Probe.http(health));
    }
}
