package okno.application.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.KmsEnvelopeAead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the service's keyset once, at start: without it nothing may run. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VaultProperties.class)
class VaultConfiguration {

    @Bean
    Aead vaultKey(VaultProperties properties) {
        try {
            AeadConfig.register();
            KeysetHandle keyset = TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(properties.keysetFile()), InsecureSecretKeyAccess.get());
            return keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (IOException e) {
            throw new UncheckedIOException("okno.vault.keyset-file cannot be read", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("okno.vault.keyset-file is not a Tink AEAD keyset", e);
        }
    }

    @Bean
    PersonalData personalData(Aead vaultKey) {
        return new PersonalData(vaultKey);
    }

    @Bean
    DocumentStore documentStore(VaultProperties properties, Aead vaultKey) {
        try {
            AesGcmParameters perDocument = AesGcmParameters.builder()
                    .setKeySizeBytes(32)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build();
            return new FileDocumentStore(
                    properties.documentsDirectory(),
                    new SealedStream(vaultKey),
                    KmsEnvelopeAead.create(perDocument, vaultKey));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("envelope encryption is not available", e);
        }
    }
}
