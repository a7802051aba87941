package okno.local;

import java.util.ArrayList;
import java.util.List;
import okno.local.infra.KafkaBroker;
import okno.local.infra.Keycloak;
import okno.local.infra.Postgres;
import okno.local.machine.Port;
import okno.local.machine.Ports;
import okno.local.machine.Secrets;

/** The parts of a stack, in the order in which they are worth starting. */
record Parts(List<Part> all, Postgres postgres, Ports ports) {

    private static final List<String> DATABASES = List.of(
            "okno_identity",
            "okno_application",
            "okno_registry",
            "okno_payment",
            "okno_org",
            "okno_notification",
            "okno_webhook",
            Keycloak.DATABASE);

    static Parts of(StackOptions options, Secrets secrets) {
        Ports ports = options.ports();
        Postgres postgres = new Postgres(options.layout(), ports, secrets, DATABASES);
        List<Part> all = new ArrayList<>();
        all.add(postgres);
        all.add(new KafkaBroker(options.layout(), ports));
        all.add(new Keycloak(options.layout(), ports, secrets, postgres));
        return new Parts(List.copyOf(all), postgres, ports);
    }

    Part named(String name) {
        return all.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No part named " + name));
    }

    int port(String name) {
        return switch (name) {
            case Postgres.NAME -> ports.of(Port.POSTGRES);
            case KafkaBroker.NAME -> ports.of(Port.KAFKA);
            case Keycloak.NAME -> ports.of(Port.KEYCLOAK);
            default -> 0;
        };
    }
}
