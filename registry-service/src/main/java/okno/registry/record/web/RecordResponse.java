package okno.registry.record.web;

import java.time.LocalDate;
import okno.platform.core.Money;
import okno.registry.record.domain.RegisterRecord;
import okno.registry.record.domain.RegisterRecord.LegalEntity;
import okno.registry.record.domain.RegisterRecord.SoleTrader;
import org.jspecify.annotations.Nullable;

/** Public fields of a record of any register. Kopecks in {@code capital}. */
record RecordResponse(
        String register,
        String key,
        String inn,
        @Nullable String kpp,
        String name,
        @Nullable String shortName,
        String status,
        LocalDate registeredOn,
        String region,
        String okvedMain,
        @Nullable Money capital,
        @Nullable Head head,
        String entryNumber) {

    /** Who acts for the company without a power of attorney. */
    record Head(String name, String position) {}

    static RecordResponse from(RegisterRecord found) {
        return switch (found) {
            case LegalEntity company ->
                new RecordResponse(
                        "egrul",
                        company.ogrn(),
                        company.inn(),
                        company.kpp(),
                        company.fullName(),
                        company.shortName(),
                        company.status().name(),
                        company.registeredOn(),
                        company.region(),
                        company.okvedMain(),
                        Money.roubles(company.capitalKopecks()),
                        new Head(company.head().name().full(), company.head().position()),
                        company.entryNumber());
            case SoleTrader trader ->
                new RecordResponse(
                        "egrip",
                        trader.ogrnip(),
                        trader.inn(),
                        null,
                        trader.name().full(),
                        null,
                        trader.status().name(),
                        trader.registeredOn(),
                        trader.region(),
                        trader.okvedMain(),
                        null,
                        null,
                        trader.entryNumber());
        };
    }
}
