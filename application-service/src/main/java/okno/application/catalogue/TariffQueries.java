package okno.application.catalogue;

import java.time.LocalDate;
import okno.platform.core.Money;
import org.springframework.stereotype.Component;

/** Amounts of duties by the day they are asked for. */
@Component
public class TariffQueries {

    private final CatalogueSnapshots snapshots;

    TariffQueries(CatalogueSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** The amount valid on a day; a passport that names a tariff without one is a fault of ours. */
    public Money amount(String code, LocalDate day) {
        return snapshots
                .current()
                .references()
                .tariff(code, day)
                .orElseThrow(() -> new IllegalStateException("no tariff " + code + " on " + day));
    }
}
