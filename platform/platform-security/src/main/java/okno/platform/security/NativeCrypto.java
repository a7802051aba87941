package okno.platform.security;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import org.apache.commons.logging.Log;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Puts AWS-LC's cryptography before the JDK's, which needs twice the time for an RS256 signature and seven times that for the
 * ES256 of a DPoP proof. Where its library does not load, or {@code okno.security.native-crypto=false}, the JDK's
 * works alone: slower, and the same in all else.
 *
 * <p>Before the context begins, as whatever asked for an algorithm earlier would keep the slow one.
 */
final class NativeCrypto implements EnvironmentPostProcessor {

    private final Log log;

    NativeCrypto(DeferredLogFactory logs) {
        this.log = logs.getLog(NativeCrypto.class);
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.getProperty("okno.security.native-crypto", Boolean.class, true)) {
            return;
        }
        Throwable error = AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError();
        if (error == null) {
            AmazonCorrettoCryptoProvider.install();
        } else {
            log.warn("Native cryptography is not there on this platform; the JDK's is slower: " + error);
        }
    }
}
