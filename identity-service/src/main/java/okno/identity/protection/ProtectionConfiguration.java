package okno.identity.protection;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the two keys of this service; without them it does not start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProtectionProperties.class)
class ProtectionConfiguration {

    /** The service's key: seals columns, and documents by keys of their own. */
    @Bean
    Aead dataKey(ProtectionProperties properties) throws GeneralSecurityException, IOException {
        AeadConfig.register();
        var keyset = TinkJsonProtoKeysetFormat.parseKeyset(
                Files.readString(properties.dataKeysetFile()), InsecureSecretKeyAccess.get());
        return keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    @Bean
    PersonalData personalData(Aead dataKey) {
        return new PersonalData(dataKey);
    }

    @Bean
    KeyedHash keyedHash(ProtectionProperties properties) throws IOException {
        return new KeyedHash(Base64.getMimeDecoder().decode(Files.readString(properties.hashKeyFile())));
    }
}
