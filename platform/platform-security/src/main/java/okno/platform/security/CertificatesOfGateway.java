package okno.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import okno.platform.core.Caller.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** What a service believes: the gateway, which proves itself by its own access token beside the certificate. */
final class CertificatesOfGateway implements ClientCertificates {

    private static final String GATEWAY = "gateway";

    private final VerifiedTokens tokens;

    CertificatesOfGateway(VerifiedTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public @Nullable String thumbprint(HttpServletRequest request) {
        String proof = request.getHeader(GatewayProof.FIELD);
        return proof != null && isGateway(proof) ? ClientCertificates.told(request) : null;
    }

    private boolean isGateway(String proof) {
        try {
            var caller = tokens.verify(proof).caller();
            return caller.kind() == Kind.SERVICE && caller.id().equals(GATEWAY);
        } catch (InvalidBearerTokenException forged) {
            return false;
        }
    }
}
