package okno.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okno.local.machine.JavaRuntime;
import okno.local.machine.Layout;
import okno.local.process.Probe;
import okno.local.process.Program;
import okno.local.process.ProgramSpec;
import okno.local.service.ServiceImage;

/** Starts a service from its jar, unpacked as in production, with both compilers and one kind of heap for all. */
final class ServiceProcess {

    private static final List<String> OPTIONS =
            List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xms256m", "-Xmx256m", "-Xss512k");

    private ServiceProcess() {}

    static Program start(Layout layout, String service, int managementPort, Map<String, String> environment)
            throws IOException, InterruptedException {
        return start(layout, service, service, managementPort, environment);
    }

    /** The same under another name, for a second process of the service. */
    static Program start(
            Layout layout, String service, String name, int managementPort, Map<String, String> environment)
            throws IOException, InterruptedException {
        ServiceImage image = new ServiceImage(layout, service);
        image.unpack();
        List<String> command = java();
        command.addAll(List.of("-jar", image.jar().toString()));
        URI health = URI.create("http://localhost:" + managementPort + "/actuator/health/readiness");
        layout.ensure(layout.home().resolve("logs"));
        return Programs.start(
                ProgramSpec.of(name, command, environment, layout.log(name)).readyWhen(Probe.http(health)),
                layout.run());
    }

    /** Starts another program of this module with the libraries of a service's jar. */
    static Program startOther(Layout layout, String service, Class<?> main, int port, Map<String, String> environment)
            throws IOException, InterruptedException {
        List<String> command = java();
        command.addAll(List.of(
                "-Dloader.path=" + layout.repository().resolve("bench/target/classes"),
                "-Dloader.main=" + main.getName(),
                "-cp",
                jar(layout, service).toString(),
                "org.springframework.boot.loader.launch.PropertiesLauncher"));
        layout.ensure(layout.home().resolve("logs"));
        String name = main.getSimpleName() + "-" + port;
        return Programs.start(
                ProgramSpec.of(name, command, environment, layout.log(name)).readyWhen(Probe.tcp(port)), layout.run());
    }

    /** With what the caller adds for a look inside, a flight recording for example. */
    private static List<String> java() {
        List<String> command = new ArrayList<>(List.of(JavaRuntime.java()));
        command.addAll(OPTIONS);
        String more = System.getenv("OKNO_BENCH_SERVICE_OPTS");
        if (more != null) {
            command.addAll(List.of(more.split(" ")));
        }
        return command;
    }

    private static Path jar(Layout layout, String service) throws IOException {
        try (Stream<Path> files = Files.list(layout.repository().resolve(service + "/target"))) {
            return files.filter(file -> file.getFileName().toString().matches(service + "-[0-9].*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(service + " is not built: mvn package"));
        }
    }
}
