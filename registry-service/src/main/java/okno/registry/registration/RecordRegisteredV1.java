package okno.registry.registration;

import java.time.Instant;
import java.util.UUID;
import okno.registry.record.domain.RegisterRecord.SoleTrader;

/** Contract {@code contracts/events/record-registered.v1}: an approved application has its record. */
record RecordRegisteredV1(String register, String key, UUID applicationId, String personId, Instant occurredAt) {

    static RecordRegisteredV1 from(SoleTrader trader, RegisterSoleTrader.Command command, Instant now) {
        return new RecordRegisteredV1(
                trader.register().name(), trader.ogrnip(), command.applicationId(), command.personId(), now);
    }
}
