package okno.webhook.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Set;
import okno.platform.core.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointUrlsTest {

    private final EndpointUrls urls = urls(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example.ru/okno",
                "https://hooks.example.ru:8443/okno?tenant=1",
                "https://xn--80aswg.xn--p1ai/",
                "https://93.184.215.14/hook",
                "https://[2a02:6b8::242]/hook",
                "HTTPS://Hooks.Example.Ru/okno"
            })
    void lets_public_addresses_through(String url) {
        assertThatCode(() -> urls.check(url)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "http://hooks.example.ru/, url_scheme",
        "ftp://hooks.example.ru/, url_scheme",
        "file:///etc/passwd, url_scheme",
        "gopher://hooks.example.ru/, url_scheme",
        "javascript:alert(1), url_format",
        "hooks.example.ru, url_format",
        "//hooks.example.ru/, url_format",
        "https://hooks.example.ru/#x, url_format",
        "https://hooks.example.ru/a b, url_format",
        "https://user@hooks.example.ru/, url_userinfo",
        "https://user:pass@hooks.example.ru/, url_userinfo",
        "https://hooks.example.ru@127.0.0.1/, url_userinfo",
        "https://hooks.example.ru:22/, url_port",
        "https://hooks.example.ru:5432/, url_port",
        "https:///hook, url_host",
        "https://intranet/, url_host",
        "https://localhost/, url_host",
        "https://localhost.localdomain/, url_address",
        "https://a.localhost/, url_address",
        "https://printer.local/, url_address",
        "https://metadata.google.internal/, url_address",
        "https://router.home.arpa/, url_address",
        "https://2130706433/, url_host",
        "https://0x7f000001/, url_host",
        "https://0x7f.0.0.1/, url_host",
        "https://0177.0.0.1/, url_host",
        "https://127.1/, url_host",
        "https://127.0.0.1./, url_host",
        "https://127.0.0.01/, url_host",
        "https://127.0.0.1/, url_address",
        "https://0.0.0.0/, url_address",
        "https://10.0.0.1/, url_address",
        "https://100.64.0.1/, url_address",
        "https://100.100.100.200/, url_address",
        "https://169.254.169.254/latest/meta-data, url_address",
        "https://172.16.0.1/, url_address",
        "https://172.31.255.255/, url_address",
        "https://192.0.0.192/, url_address",
        "https://192.168.1.1/, url_address",
        "https://198.18.0.1/, url_address",
        "https://224.0.0.1/, url_address",
        "https://255.255.255.255/, url_address",
        "https://[::1]/, url_address",
        "https://[::]/, url_address",
        "https://[::ffff:127.0.0.1]/, url_address",
        "https://[::ffff:8.8.8.8]/, url_address",
        "https://[::127.0.0.1]/, url_address",
        "https://[64:ff9b::7f00:1]/, url_address",
        "https://[64:ff9b:1::1]/, url_address",
        "https://[2002:7f00:1::]/, url_address",
        "https://[2001:0:4136:e378::1]/, url_address",
        "https://[2001:db8::1]/, url_address",
        "https://[fe80::1]/, url_address",
        "https://[fc00::1]/, url_address",
        "https://[fd00:ec2::254]/, url_address",
        "https://[ff02::1]/, url_address",
        "https://[100::1]/, url_address"
    })
    void refuses_hostile_addresses(String url, String code) {
        Problem problem = catchThrowableOfType(Problem.class, () -> urls.check(url));

        assertThat(problem).as(url).isNotNull();
        assertThat(problem.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.pointer()).isEqualTo("/url");
        });
    }

    @Test
    void the_sandbox_lets_local_http_through_but_no_credentials() {
        var sandbox = urls(true);

        assertThatCode(() -> sandbox.check("http://localhost:9000/hook")).doesNotThrowAnyException();
        assertThat(catchThrowableOfType(Problem.class, () -> sandbox.check("http://u@localhost/")))
                .isNotNull();
        assertThat(catchThrowableOfType(Problem.class, () -> sandbox.check("http://localhost:99999/")))
                .isNotNull();
    }

    private static EndpointUrls urls(boolean allowInsecure) {
        var settings = new EgressProperties(
                allowInsecure, Set.of(), Set.of(443, 8443), Duration.ofSeconds(1), Duration.ofSeconds(2), 16 * 1024);
        return new EndpointUrls(settings, new PublicAddresses(settings));
    }
}
