package okno.local.machine;

/** Every port of a stack with its local default. */
public enum Port {
    GATEWAY(8080),
    IDENTITY(8081),
    APPLICATION(8082),
    REGISTRY(8083),
    PAYMENT(8084),
    ORG(8085),
    NOTIFICATION(8086),
    WEBHOOK(8087),
    GATEWAY_MANAGEMENT(9080),
    IDENTITY_MANAGEMENT(9081),
    APPLICATION_MANAGEMENT(9082),
    REGISTRY_MANAGEMENT(9083),
    PAYMENT_MANAGEMENT(9084),
    ORG_MANAGEMENT(9085),
    NOTIFICATION_MANAGEMENT(9086),
    WEBHOOK_MANAGEMENT(9087),
    KEYCLOAK(8180),
    KEYCLOAK_MANAGEMENT(9180),
    SANDBOX(8090),
    SMTP(13025),
    POSTGRES(15432),
    KAFKA(19092),
    KAFKA_CONTROLLER(19093);

    private final int usual;

    Port(int usual) {
        this.usual = usual;
    }

    int usual() {
        return usual;
    }

    /** The environment variable that moves this port, for example {@code OKNO_PORT_GATEWAY}. */
    public String variable() {
        return "OKNO_PORT_" + name();
    }

    public Port management() {
        return valueOf(name() + "_MANAGEMENT");
    }
}
