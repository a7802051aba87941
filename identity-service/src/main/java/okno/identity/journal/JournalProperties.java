package okno.identity.journal;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code okno.identity.journal.*}.
 *
 * @param headKeyFile EC key (JWK, P-256), or a set of them: the first is private and signs heads, the others may be public
 *     and stay published, so that old heads can still be verified
 * @param headInterval how long an entry may wait for a signed head
 * @param headEntries how many entries may wait for one: a commit that reaches the number signs
 */
@Validated
@ConfigurationProperties("okno.identity.journal")
record JournalProperties(
        @NotNull Path headKeyFile,
        @DefaultValue("10s") Duration headInterval,
        @DefaultValue("1000") @Positive int headEntries) {}
