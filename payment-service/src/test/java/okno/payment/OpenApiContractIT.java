package okno.payment;

import okno.platform.test.OpenApiContract;
import org.junit.jupiter.api.Test;

class OpenApiContractIT extends PaymentServiceSetup {

    @Test
    void http_contract_is_what_the_code_serves() {
        OpenApiContract.check("payment-service", port);
    }
}
