package okno.gateway;

import okno.platform.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void follows_the_rules_of_the_house() {
        ArchitectureRules.checkService("okno.gateway");
    }
}
