package okno.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.Signature;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(JdkCrypto.class)
class NativeCryptoTest {

    private static final String NATIVE = AmazonCorrettoCryptoProvider.PROVIDER_NAME;

    private static String verifierAfter(MockEnvironment environment) throws GeneralSecurityException {
        new NativeCrypto(log -> LogFactory.getLog(NativeCryptoTest.class))
                .postProcessEnvironment(environment, new SpringApplication());
        return Signature.getInstance("SHA256withECDSA").getProvider().getName();
    }

    @Test
    void native_cryptography_comes_first_unless_it_is_turned_off() throws GeneralSecurityException {
        assumeTrue(
                AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null,
                "there is no native cryptography for this platform");

        assertThat(verifierAfter(new MockEnvironment().withProperty("okno.security.native-crypto", "false")))
                .isNotEqualTo(NATIVE);
        assertThat(verifierAfter(new MockEnvironment())).isEqualTo(NATIVE);
    }
}
