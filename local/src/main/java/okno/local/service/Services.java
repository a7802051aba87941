package okno.local.service;

import static okno.local.machine.Port.APPLICATION;
import static okno.local.machine.Port.GATEWAY;
import static okno.local.machine.Port.IDENTITY;
import static okno.local.machine.Port.NOTIFICATION;
import static okno.local.machine.Port.ORG;
import static okno.local.machine.Port.PAYMENT;
import static okno.local.machine.Port.REGISTRY;
import static okno.local.machine.Port.WEBHOOK;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import okno.local.machine.Port;
import org.jspecify.annotations.Nullable;

/** The services of Okno in the order in which they are worth starting: slow ones first, the gateway last. */
public final class Services {

    /**
     * One service.
     *
     * @param name of its module, its Keycloak client and its process
     * @param database its own database and role; null when it keeps nothing
     */
    public record Service(String name, Port port, @Nullable String database) {}

    private static final List<Service> ALL = List.of(
            new Service("application-service", APPLICATION, "okno_application"),
            new Service("identity-service", IDENTITY, "okno_identity"),
            new Service("payment-service", PAYMENT, "okno_payment"),
            new Service("registry-service", REGISTRY, "okno_registry"),
            new Service("org-service", ORG, "okno_org"),
            new Service("notification-service", NOTIFICATION, "okno_notification"),
            new Service("webhook-service", WEBHOOK, "okno_webhook"),
            new Service("gateway", GATEWAY, null));

    private Services() {}

    public static List<Service> all() {
        return ALL;
    }

    public static List<String> names() {
        return ALL.stream().map(Service::name).toList();
    }

    public static Stream<String> databases() {
        return ALL.stream().map(Service::database).filter(Objects::nonNull);
    }
}
