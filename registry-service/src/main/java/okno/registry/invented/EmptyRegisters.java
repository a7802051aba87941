package okno.registry.invented;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import okno.registry.record.domain.RegisterRecord;
import okno.registry.record.domain.RegisterRecord.LegalEntity;
import okno.registry.record.domain.RegisterRecord.SoleTrader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Registers that nothing was entered into yet, filled in batches. */
@Repository
class EmptyRegisters {

    private static final int BATCH = 500;

    private static final String COMPANY = """
            insert into legal_entity (ogrn, inn, kpp, full_name, short_name, status, registered_on, region, okved_main,
                capital_kopecks, head_inn, head_last_name, head_first_name, head_middle_name, head_position, entry_number)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String TRADER = """
            insert into sole_trader (ogrnip, inn, last_name, first_name, middle_name, status, registered_on, region,
                okved_main, entry_number)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String ENTRY = """
            insert into register_entry (register, record_key, entry_number, entered_on, kind)
            values (?, ?, ?, ?, 'CREATED')
            """;

    private final JdbcTemplate jdbc;

    EmptyRegisters(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void fill(List<RegisterRecord> made) {
        jdbc.batchUpdate(COMPANY, of(made, LegalEntity.class), BATCH, EmptyRegisters::company);
        jdbc.batchUpdate(TRADER, of(made, SoleTrader.class), BATCH, EmptyRegisters::trader);
        jdbc.batchUpdate(ENTRY, made, BATCH, EmptyRegisters::entry);
    }

    /** True when there is nothing; the lock makes replicas that start together fill the registers once. */
    boolean lockAndCheck() {
        jdbc.execute("lock table legal_entity in share row exclusive mode");
        return Boolean.FALSE.equals(jdbc.queryForObject("select exists (select from legal_entity)", Boolean.class));
    }

    private static <T> List<T> of(List<RegisterRecord> made, Class<T> kind) {
        return made.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static void company(PreparedStatement row, LegalEntity company) throws SQLException {
        row.setString(1, company.ogrn());
        row.setString(2, company.inn());
        row.setString(3, company.kpp());
        row.setString(4, company.fullName());
        row.setString(5, company.shortName());
        row.setString(6, company.status().name());
        row.setObject(7, company.registeredOn());
        row.setString(8, company.region());
        row.setString(9, company.okvedMain());
        row.setLong(10, company.capitalKopecks());
        row.setString(11, company.head().inn());
        row.setString(12, company.head().name().lastName());
        row.setString(13, company.head().name().firstName());
        row.setString(14, company.head().name().middleName());
        row.setString(15, company.head().position());
        row.setString(16, company.entryNumber());
    }

    private static void trader(PreparedStatement row, SoleTrader trader) throws SQLException {
        row.setString(1, trader.ogrnip());
        row.setString(2, trader.inn());
        row.setString(3, trader.name().lastName());
        row.setString(4, trader.name().firstName());
        row.setString(5, trader.name().middleName());
        row.setString(6, trader.status().name());
        row.setObject(7, trader.registeredOn());
        row.setString(8, trader.region());
        row.setString(9, trader.okvedMain());
        row.setString(10, trader.entryNumber());
    }

    private static void entry(PreparedStatement row, RegisterRecord entered) throws SQLException {
        row.setString(1, entered.register().name());
        row.setString(2, entered.key());
        row.setString(3, entered.entryNumber());
        row.setObject(4, entered.registeredOn());
    }
}
