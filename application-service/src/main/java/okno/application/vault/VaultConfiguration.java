package okno.application.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Objects;
import okno.platform.documents.store.DocumentStore;
import okno.platform.documents.store.S3Documents;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

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
            Aead aead = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
            return new SealingThreads(aead, Runtime.getRuntime().availableProcessors());
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
    DocumentStore documentStore(VaultProperties properties, Aead vaultKey, ObjectProvider<S3Client> client) {
        VaultProperties.S3 s3 = properties.s3();
        return s3 == null
                ? DocumentStore.in(Objects.requireNonNull(properties.documentsDirectory()), vaultKey)
                : S3Documents.in(client.getObject(), s3.bucket(), vaultKey);
    }

    @Bean
    @ConditionalOnProperty("okno.vault.s3.bucket")
    S3Client s3Client(VaultProperties properties) {
        VaultProperties.S3 s3 = Objects.requireNonNull(properties.s3());
        try {
            List<String> keys = Files.readAllLines(s3.accessKeyFile());
            return S3Client.builder()
                    .endpointOverride(s3.endpoint())
                    .region(Region.of(s3.region()))
                    .credentialsProvider(
                            StaticCredentialsProvider.create(AwsBasicCredentials.create(keys.get(0), keys.get(1))))
                    .forcePathStyle(true)
                    .httpClient(UrlConnectionHttpClient.create())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("okno.vault.s3.access-key-file cannot be read", e);
        }
    }
}
