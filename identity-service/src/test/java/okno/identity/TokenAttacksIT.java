package okno.identity;

import java.net.URI;
import okno.platform.test.TokenAttackTests;

/** A service that is met without the gateway lets nobody in whom the gateway would refuse. */
class TokenAttacksIT extends IdentityIT implements TokenAttackTests {

    @Override
    public URI door() {
        return URI.create("http://localhost:" + port + "/api/v1/me/audit");
    }
}
