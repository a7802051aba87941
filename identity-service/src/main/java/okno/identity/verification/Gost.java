package okno.identity.verification;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Bouncy Castle's provider, which knows ГОСТ Р 34.10-2012 and 34.11-2012; made at first use, never registered with the JVM. */
final class Gost {

    private Gost() {}

    static Provider provider() {
        return Holder.PROVIDER;
    }

    private static final class Holder {
        static final Provider PROVIDER = new BouncyCastleProvider();
    }
}
