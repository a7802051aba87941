package okno.registry;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code okno.registry.*}.
 *
 * @param publicUrl the gateway's public address, for the links in QR codes
 * @param inventedRecords how many invented records an empty register is filled with; 0: none
 */
@ConfigurationProperties("okno.registry")
public record RegistryProperties(URI publicUrl, int inventedRecords) {}
