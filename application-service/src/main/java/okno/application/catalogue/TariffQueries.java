package okno.application.catalogue;

import java.time.LocalDate;
import okno.platform.core.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Amounts of duties by the day they are asked for. */
@Component
public class TariffQueries {

    private static final String VALID_ON = """
            select amount, currency
              from tariff
             where code = :code and valid_from <= :day and (valid_to is null or valid_to >= :day)
            """;

    private final JdbcClient jdbc;

    TariffQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The amount valid on a day; a passport that names a tariff without one is a fault of ours. */
    public Money amount(String code, LocalDate day) {
        return jdbc.sql(VALID_ON)
                .param("code", code)
                .param("day", day)
                .query((row, i) -> new Money(row.getLong("amount"), row.getString("currency")))
                .optional()
                .orElseThrow(() -> new IllegalStateException("no tariff " + code + " on " + day));
    }
}
