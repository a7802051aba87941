package okno.notification.delivery.persistence;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import okno.notification.Channel;
import okno.notification.channel.ReceiptArrived;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What providers say afterwards. */
@Repository
public class Receipts {

    /** A receipt may overtake our own record of the sending: it settles that too. */
    private static final String APPLY = """
            update delivery set state = :state, uncertain_since = null, finished_at = :now,
                   reason = case when :state = 'FAILED' then :reason end
            where notification_id = :id and channel = :channel
              and (cast(:provider as text) is null or provider = :provider)
              and state = any (cast(:before as text[]))
            """;

    private static final String FIND = """
            select notification_id, channel from delivery
            where provider_message_id = :providerMessageId and provider = :provider
            limit 1
            """;

    private final JdbcClient jdbc;

    Receipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A delivery. */
    public record Key(UUID id, Channel channel) {}

    public Optional<Key> find(String provider, String providerMessageId) {
        return jdbc.sql(FIND)
                .param("provider", provider)
                .param("providerMessageId", providerMessageId)
                .query((row, n) -> new Key(
                        row.getObject("notification_id", UUID.class), Channel.valueOf(row.getString("channel"))))
                .optional();
    }

    public void apply(Key key, ReceiptArrived receipt, Instant now) {
        String[] before = receipt.state() == ReceiptArrived.State.SENT
                ? new String[] {"PENDING", "ACCEPTED"}
                : new String[] {"PENDING", "ACCEPTED", "SENT"};
        jdbc.sql(APPLY)
                .param("state", receipt.state().name())
                .param("reason", "provider:" + receipt.reason())
                .param("now", now.atOffset(UTC))
                .param("id", key.id())
                .param("channel", key.channel().name())
                .param("provider", receipt.provider())
                .param("before", before)
                .update();
    }
}
