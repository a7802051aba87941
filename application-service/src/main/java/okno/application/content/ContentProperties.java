package okno.application.content;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code okno.content.*}.
 *
 * @param inspectors processes that look into files, at most; each looks at one file at a time
 * @param memory heap of each, room for the largest file and what a parser makes of it
 * @param timeLimit longest time a file may take; then it is refused and the process is ended
 * @param patience longest time that a file waits for a free process; then the caller is told to come again
 */
@ConfigurationProperties("okno.content")
record ContentProperties(
        @DefaultValue("2") int inspectors,
        @DefaultValue("160MB") DataSize memory,
        @DefaultValue("10s") Duration timeLimit,
        @DefaultValue("20s") Duration patience) {}
