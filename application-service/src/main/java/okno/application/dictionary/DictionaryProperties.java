package okno.application.dictionary;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code okno.dictionary.*}.
 *
 * @param fresh how long a copy counts before registry-service is asked whether there is a newer version
 * @param pause how long registry-service is left alone after it did not answer
 */
@Validated
@ConfigurationProperties("okno.dictionary")
record DictionaryProperties(
        @NotNull @DefaultValue("1m") Duration fresh,
        @NotNull @DefaultValue("5s") Duration pause) {}
