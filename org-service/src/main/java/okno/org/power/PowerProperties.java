package okno.org.power;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code okno.org.power.*}.
 *
 * @param keysetFile Tink AEAD keyset that documents are sealed with; no default
 * @param longest how far from today a term may end
 * @param most how many powers of attorney that are not ended one person may have given
 * @param signWithin an unsigned one lapses after this
 * @param poll how often work that is due is looked for
 * @param lease how long one instance may take over one of them
 * @param matchPause pause between two looks for the account of the person named
 */
@ConfigurationProperties("okno.org.power")
public record PowerProperties(
        Path keysetFile,
        @DefaultValue("3y") Period longest,
        @DefaultValue("50") int most,
        @DefaultValue("1d") Duration signWithin,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("10m") Duration matchPause) {}
