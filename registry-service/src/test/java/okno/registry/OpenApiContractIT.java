package okno.registry;

import okno.platform.test.OpenApiContract;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RegistryTest
class OpenApiContractIT {

    @LocalServerPort
    int port;

    @Test
    void http_contract_is_what_the_code_serves() {
        OpenApiContract.check("registry-service", port);
    }
}
