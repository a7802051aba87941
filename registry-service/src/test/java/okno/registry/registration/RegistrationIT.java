package okno.registry.registration;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import okno.platform.core.number.Inn;
import okno.platform.core.number.Ogrn;
import okno.platform.test.ContractCheck;
import okno.platform.test.OknoServiceTest;
import okno.platform.test.TestEvents;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@OknoServiceTest
class RegistrationIT {

    private static final String APPLICATIONS = "okno.application.application.v1";
    private static final String CHANGED = "okno.application.status_changed.v1";
    private static final String RECORDS = "okno.registry.record.v1";
    private static final WireMockServer OUTSIDE = new WireMockServer(options().dynamicPort());

    static {
        OUTSIDE.start();
        OUTSIDE.stubFor(post("/token")
                .willReturn(okJson("{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":300}")));
    }

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void outside(DynamicPropertyRegistry properties) {
        properties.add("okno.services.application", OUTSIDE::baseUrl);
        properties.add("okno.registry.civil.key", () -> "unused");
        properties.add("okno.security.token-uri", () -> OUTSIDE.baseUrl() + "/token");
    }

    @AfterAll
    static void stop() {
        OUTSIDE.stop();
    }

    @Test
    void an_approved_registration_becomes_one_record_however_often_the_event_comes() {
        UUID application = anApplication(anInn());
        UUID event = UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            TestEvents.publish(event, APPLICATIONS, CHANGED, application, 7, changed(application, "APPROVED"));
        }

        var registered = awaitRegistered(application);
        ContractCheck.event("record-registered.v1", registered.getFirst().data().toString());
        String ogrnip = registered.getFirst().data().get("key").asString();
        assertThat(new Ogrn(ogrnip).ofSoleTrader()).isTrue();
        assertThat(jdbc.sql("select count(*) from sole_trader where application_id = :id")
                        .param("id", application)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_person_with_a_record_in_force_is_answered_with_that_record() {
        String inn = anInn();
        UUID first = anApplication(inn);
        UUID second = anApplication(inn);
        approve(first);
        String ogrnip = awaitRegistered(first).getFirst().data().get("key").asString();
        approve(second);

        assertThat(awaitRegistered(second).getFirst().data().get("key").asString())
                .isEqualTo(ogrnip);
    }

    @Test
    void other_statuses_and_services_leave_the_register_alone() {
        UUID other = UUID.randomUUID();
        TestEvents.publish(APPLICATIONS, CHANGED, other, 3, changed(other, "REJECTED"));
        Map<String, Object> residence = changed(other, "APPROVED");
        residence.put("serviceCode", "residence-certificate");
        TestEvents.publish(APPLICATIONS, CHANGED, other, 4, residence);
        UUID marker = anApplication(anInn());
        approve(marker);
        awaitRegistered(marker);

        assertThat(TestEvents.about(RECORDS, other)).isEmpty();
    }

    @Test
    void waits_for_application_service_as_long_as_it_is_down() {
        UUID application = UUID.randomUUID();
        String path = "/internal/applications/" + application;
        List<String> states = List.of(Scenario.STARTED, "1", "2", "3", "4", "up");
        for (int i = 0; i < states.size() - 1; i++) {
            OUTSIDE.stubFor(get(path)
                    .inScenario(path)
                    .whenScenarioStateIs(states.get(i))
                    .willReturn(serverError())
                    .willSetStateTo(states.get(i + 1)));
        }
        OUTSIDE.stubFor(
                get(path).inScenario(path).whenScenarioStateIs("up").willReturn(okJson(form(application, anInn()))));
        approve(application);

        awaitRegistered(application);
    }

    private static UUID anApplication(String inn) {
        UUID id = UUID.randomUUID();
        OUTSIDE.stubFor(get("/internal/applications/" + id).willReturn(okJson(form(id, inn))));
        return id;
    }

    private static String form(UUID id, String inn) {
        return """
            {"id": "%s", "number": "FNS-1", "serviceCode": "ip-registration", "status": "APPROVED", "personId": "p",
             "form": {"lastName": "Иванова", "firstName": "Мария", "inn": "%s", "okvedMain": "62.01", "extra": 1}}
            """.formatted(id, inn);
    }

    private static String anInn() {
        return Inn.complete("77%08d".formatted(ThreadLocalRandom.current().nextInt(30_000_000, 99_999_999)))
                .value();
    }

    private static void approve(UUID application) {
        TestEvents.publish(APPLICATIONS, CHANGED, application, 7, changed(application, "APPROVED"));
    }

    private static Map<String, Object> changed(UUID application, String status) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("applicationId", application);
        data.put("serviceCode", "ip-registration");
        data.put("status", status);
        return data;
    }

    private static List<TestEvents.Received> awaitRegistered(UUID application) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> TestEvents.about(RECORDS, application), events -> events.size() == 1);
    }
}
