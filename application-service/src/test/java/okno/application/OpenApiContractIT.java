package okno.application;

import okno.platform.test.OpenApiContract;
import org.junit.jupiter.api.Test;

class OpenApiContractIT extends ApplicationServiceCase {

    @Test
    void http_contract_is_what_the_code_serves() {
        OpenApiContract.check("application-service", port);
    }
}
