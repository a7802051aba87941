package okno.identity;

import okno.platform.test.OpenApiContract;
import org.junit.jupiter.api.Test;

class OpenApiContractIT extends IdentityIT {

    @Test
    void http_contract_is_what_the_code_serves() {
        OpenApiContract.check("identity-service", port);
    }
}
