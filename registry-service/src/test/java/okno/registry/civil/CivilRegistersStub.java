package okno.registry.civil;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Plays the registers of others. */
@TestConfiguration(proxyBeanMethods = false)
public class CivilRegistersStub {

    static final WireMockServer REGISTERS = started();

    @Bean
    DynamicPropertyRegistrar civilRegistersAddress() {
        return registry -> registry.add("okno.registry.civil.url", REGISTERS::baseUrl);
    }

    private static WireMockServer started() {
        var server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        server.start();
        return server;
    }
}
