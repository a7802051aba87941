package okno.application.corrective;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code okno.corrective.*}: which ratings have an agency put something right.
 *
 * @param ratingAtMost a single rating so low, 1 to 5; 0: none
 * @param meanBelow the mean of the last ratings of a service in a region, 1 to 5; 0: none
 * @param meanOf how many of the last ratings make a mean
 * @param meanAtLeast fewer make none: three ratings are no mean
 * @param meanWithin older ratings do not count
 */
@Validated
@ConfigurationProperties("okno.corrective")
record CorrectiveProperties(
        @DefaultValue("2") @Min(0) @Max(5) int ratingAtMost,

        @DefaultValue("3.5") @DecimalMin("0") @DecimalMax("5")
        BigDecimal meanBelow,

        @DefaultValue("100") @Min(1) @Max(1000) int meanOf,
        @DefaultValue("20") @Min(1) @Max(1000) int meanAtLeast,
        @DefaultValue("30d") Duration meanWithin) {}
