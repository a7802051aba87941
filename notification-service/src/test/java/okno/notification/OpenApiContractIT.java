package okno.notification;

import okno.platform.test.OpenApiContract;
import org.junit.jupiter.api.Test;

class OpenApiContractIT extends NotificationServiceSetup {

    @Test
    void http_contract_is_what_the_code_serves() {
        OpenApiContract.check("notification-service", port);
    }
}
