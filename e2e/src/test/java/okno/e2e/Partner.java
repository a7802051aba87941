package okno.e2e;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.JWTAuthenticationClaimsSet;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.dpop.DPoPProofFactory;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;

/**
 * A partner's system, written with Nimbus' OAuth 2.0 SDK alone: nothing of Okno's own code takes part in what it sends and
 * understands.
 */
final class Partner {

    private final ECKey key = newKey();
    private final ECKey dpopKey = newKey();
    private final OIDCProviderMetadata provider;

    Partner(URI issuer) throws GeneralException, IOException {
        this.provider = OIDCProviderMetadata.resolve(new Issuer(issuer));
    }

    OIDCProviderMetadata provider() {
        return provider;
    }

    /** The public key that the registry is told. */
    ECKey publicKey() {
        return key.toPublicJWK();
    }

    DPoPProofFactory proofs() throws JOSEException {
        return new DefaultDPoPProofFactory(dpopKey, JWSAlgorithm.ES256);
    }

    /** {@code private_key_jwt}, good for one request. */
    ClientAuthentication itself(String clientId) throws JOSEException {
        var claims = new JWTAuthenticationClaimsSet(new ClientID(clientId), new Audience(provider.getIssuer()));
        return new PrivateKeyJWT(claims, JWSAlgorithm.ES256, key.toECPrivateKey(), key.getKeyID(), null);
    }

    TokenResponse tokens(String clientId, AuthorizationGrant grant, Scope scope, DPoPProofFactory proofs)
            throws JOSEException, IOException, ParseException {
        var request = new TokenRequest.Builder(provider.getTokenEndpointURI(), itself(clientId), grant)
                .scope(scope)
                .build()
                .toHTTPRequest();
        request.setDPoP(proofs.createDPoPJWT(request.getMethod().name(), request.getURI()));
        return OIDCTokenResponseParser.parse(request.send());
    }

    /** A GET with a token and a fresh proof of this key. */
    static HTTPResponse get(URI uri, DPoPAccessToken token, DPoPProofFactory proofs) throws JOSEException, IOException {
        var request = new HTTPRequest(HTTPRequest.Method.GET, uri);
        request.setAuthorization(token.toAuthorizationHeader());
        request.setDPoP(proofs.createDPoPJWT("GET", uri, token));
        return request.send();
    }

    static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
