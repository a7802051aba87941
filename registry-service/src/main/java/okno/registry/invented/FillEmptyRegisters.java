package okno.registry.invented;

import java.util.List;
import okno.registry.RegistryProperties;
import okno.registry.record.domain.RegisterRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills empty registers before the service is ready, when it is told to ({@code okno.registry.invented-records}). */
@Component
class FillEmptyRegisters implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FillEmptyRegisters.class);

    private final EmptyRegisters registers;
    private final RegistryProperties properties;

    FillEmptyRegisters(EmptyRegisters registers, RegistryProperties properties) {
        this.registers = registers;
        this.properties = properties;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) {
        if (properties.inventedRecords() == 0 || !registers.lockAndCheck()) {
            return;
        }
        List<RegisterRecord> made = new InventedRecords().make(properties.inventedRecords());
        registers.fill(made);
        LOG.info("Filled empty registers with {} invented records", made.size());
    }
}
