package okno.identity.consent;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code okno.identity.consent.*}.
 *
 * @param longest term of a consent; a consent without an end is none (152-FZ, article 9, part 4)
 */
@ConfigurationProperties("okno.identity.consent")
public record ConsentProperties(@DefaultValue("5y") Period longest) {}
