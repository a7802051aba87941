package okno.notification.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import okno.notification.channel.Provider;
import okno.notification.delivery.persistence.Deliveries;
import okno.notification.preference.PreferenceQueries;
import okno.notification.preference.Wishes;
import org.springframework.stereotype.Component;

/** Leases rows for a provider and sends them. */
@Component
class SendLeased {

    private final Deliveries deliveries;
    private final PreferenceQueries preferences;
    private final AttemptDelivery attemptDelivery;
    private final RecordSettlements recordSettlements;
    private final DeliveryProperties properties;
    private final Clock clock;

    SendLeased(
            Deliveries deliveries,
            PreferenceQueries preferences,
            AttemptDelivery attemptDelivery,
            RecordSettlements recordSettlements,
            DeliveryProperties properties,
            Clock clock) {
        this.deliveries = deliveries;
        this.preferences = preferences;
        this.attemptDelivery = attemptDelivery;
        this.recordSettlements = recordSettlements;
        this.properties = properties;
        this.clock = clock;
    }

    /** @param takesNew whether rows that no provider has yet are for this one */
    List<PendingDelivery> lease(Provider provider, boolean takesNew, int limit) {
        return deliveries.lease(
                new Deliveries.Taker(provider.channel(), provider.name(), takesNew),
                clock.instant(),
                properties.lease(),
                limit);
    }

    Map<String, Wishes> wishes(List<PendingDelivery> leased) {
        return preferences.of(leased.stream().map(PendingDelivery::personId).toList());
    }

    /** False when the fault is on our side and this is no time to go on. */
    boolean send(PendingDelivery delivery, Provider provider, Wishes wishes) {
        Settlement settlement = attemptDelivery.handle(delivery, provider, wishes);
        recordSettlements.add(settlement, provider.name());
        return !(settlement instanceof Settlement.Again again
                && again.reason().equals(AttemptDelivery.CONTACTS_UNAVAILABLE));
    }
}
