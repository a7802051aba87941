package okno.notification.notice.messaging;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code okno.notification.watch.*}.
 *
 * @param administrators ids of the people who are told that an account was locked; nobody by default
 */
@ConfigurationProperties("okno.notification.watch")
record WatchProperties(@DefaultValue List<String> administrators) {}
