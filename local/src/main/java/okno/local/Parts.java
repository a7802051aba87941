package okno.local;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import okno.local.infra.KafkaBroker;
import okno.local.infra.Keycloak;
import okno.local.infra.Postgres;
import okno.local.machine.Layout;
import okno.local.machine.Ports;
import okno.local.machine.Secrets;
import okno.local.process.Part;
import okno.local.sandbox.SandboxProcess;
import okno.local.service.JavaService;
import okno.local.service.ServiceEnvironment;
import okno.local.service.Services;

/** The parts of a stack, in the order in which they are worth starting. */
record Parts(List<Part> all, Postgres postgres) {

    static Parts of(StackOptions options, Secrets secrets) {
        Layout layout = options.layout();
        Ports ports = options.ports();
        List<String> databases = Stream.concat(Services.databases(), Stream.of(Keycloak.DATABASE))
                .toList();
        Postgres postgres = new Postgres(layout, ports, secrets, databases);
        KafkaBroker kafka = new KafkaBroker(layout, ports, options.startup());
        Keycloak keycloak = new Keycloak(layout, ports, secrets, postgres, kafka, options.startup());
        List<Part> all = new ArrayList<>(List.of(postgres, kafka, keycloak));
        if (options.services()) {
            var environment = new ServiceEnvironment(layout, ports, secrets, postgres, kafka, options.environment());
            all.add(new SandboxProcess(layout, ports, secrets));
            Services.all().stream()
                    .map(service -> new JavaService(service, layout, ports, environment, options.startup()))
                    .forEach(all::add);
        }
        all.removeIf(part -> options.without().contains(part.name()));
        return new Parts(List.copyOf(all), postgres);
    }

    Part named(String name) {
        return all.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No part named " + name));
    }
}
