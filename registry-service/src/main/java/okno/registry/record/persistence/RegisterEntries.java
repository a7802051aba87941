package okno.registry.record.persistence;

import java.time.LocalDate;
import java.util.List;
import okno.registry.record.domain.Register;
import okno.registry.record.domain.RegisterEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entries that changed records: provenance of their facts. */
@Repository
public class RegisterEntries {

    private final JdbcClient jdbc;

    RegisterEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Register register, String key, RegisterEntry entry) {
        jdbc.sql("""
                        insert into register_entry (register, record_key, entry_number, entered_on, kind)
                        values (:register, :key, :entryNumber, :enteredOn, :kind)
                        """)
                .param("register", register.name())
                .param("key", key)
                .param("entryNumber", entry.entryNumber())
                .param("enteredOn", entry.enteredOn())
                .param("kind", entry.kind().name())
                .update();
    }

    /** Entries up to a day, oldest first; a record has few, 100 at most are read. */
    public List<RegisterEntry> upTo(Register register, String key, LocalDate day) {
        return jdbc.sql("""
                        select entry_number, entered_on, kind from register_entry
                        where register = :register and record_key = :key and entered_on <= :day
                        order by entered_on, entry_number limit 100
                        """)
                .param("register", register.name())
                .param("key", key)
                .param("day", day)
                .query((row, number) -> new RegisterEntry(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        RegisterEntry.Kind.valueOf(row.getString(3))))
                .list();
    }
}
