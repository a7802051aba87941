package okno.org;

import okno.platform.test.OpenApiContract;
import org.junit.jupiter.api.Test;

class OpenApiContractIT extends OrgIT {

    @Test
    void http_contract_is_what_the_code_serves() {
        OpenApiContract.check("org-service", port);
    }
}
