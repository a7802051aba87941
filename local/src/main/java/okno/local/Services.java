package okno.local;

import java.util.List;

/** The services of Okno, in the order in which they are worth starting: the gateway last. */
final class Services {

    private Services() {}

    static List<String> names() {
        return List.of(
                "identity-service",
                "application-service",
                "registry-service",
                "payment-service",
                "org-service",
                "notification-service",
                "webhook-service",
                "gateway");
    }
}
