package okno.platform.security;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.Security;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs a class of tests as on a platform that AWS-LC does not know. */
class JdkCrypto implements BeforeAllCallback, AfterAllCallback {

    private boolean wasThere;

    @Override
    public void beforeAll(ExtensionContext context) {
        wasThere = Security.getProvider(AmazonCorrettoCryptoProvider.PROVIDER_NAME) != null;
        Security.removeProvider(AmazonCorrettoCryptoProvider.PROVIDER_NAME);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (wasThere) {
            AmazonCorrettoCryptoProvider.install();
        }
    }
}
