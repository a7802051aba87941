package okno.registry.invented;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import okno.platform.core.number.Inn;
import okno.platform.core.number.Kpp;
import okno.platform.core.number.Ogrn;
import okno.registry.record.domain.RegisterRecord;
import okno.registry.record.domain.RegisterRecord.LegalEntity;
import org.junit.jupiter.api.Test;

class InventedRecordsTest {

    private final List<RegisterRecord> made = new InventedRecords().make(3_000);

    @Test
    void all_numbers_pass_their_checks_and_none_comes_twice() {
        Set<String> keys = new HashSet<>();
        Set<String> inns = new HashSet<>();
        for (RegisterRecord record : made) {
            assertThat(keys.add(new Ogrn(record.key()).value())).isTrue();
            assertThat(inns.add(new Inn(record.inn()).value())).isTrue();
            if (record instanceof LegalEntity company) {
                new Kpp(company.kpp());
                assertThat(new Inn(company.head().inn()).ofPerson()).isTrue();
            }
        }
        assertThat(keys).hasSize(3_000);
    }

    @Test
    void every_machine_invents_the_same() {
        assertThat(new InventedRecords().make(3_000)).isEqualTo(made);
    }
}
