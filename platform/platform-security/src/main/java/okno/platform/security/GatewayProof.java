package okno.platform.security;

/** How the gateway proves to a service that it is the gateway, where a service must know. */
public final class GatewayProof {

    /** The field that holds the gateway's own access token; whoever else sends it is not believed. */
    public static final String FIELD = "Okno-Gateway";

    private GatewayProof() {}
}
