package okno.identity;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import okno.platform.test.TokenAttackTests;
import org.springframework.beans.factory.annotation.Autowired;

/** A service that is met without the gateway lets nobody in whom the gateway would refuse. */
class TokenAttacksIT extends IdentityIT implements TokenAttackTests {

    @Autowired
    MeterRegistry meters;

    @Override
    public double refused(String reason) {
        return meters.counter("okno.tokens.refused", "reason", reason).count();
    }

    @Override
    public URI door() {
        return URI.create("http://localhost:" + port + "/api/v1/me/audit");
    }
}
