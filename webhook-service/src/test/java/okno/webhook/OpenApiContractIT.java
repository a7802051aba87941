package okno.webhook;

import okno.platform.test.OpenApiContract;
import org.junit.jupiter.api.Test;

class OpenApiContractIT extends WebhookServiceTestCase {

    @Test
    void http_contract_is_what_the_code_serves() {
        OpenApiContract.check("webhook-service", port);
    }
}
