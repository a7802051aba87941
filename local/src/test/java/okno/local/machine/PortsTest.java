package okno.local.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PortsTest {

    @Test
    void an_offset_moves_all_and_a_variable_sets_one() {
        Ports ports = Ports.usual(20_000, Map.of("OKNO_PORT_GATEWAY", "80"));

        assertThat(ports.of(Port.GATEWAY)).isEqualTo(80);
        assertThat(ports.of(Port.IDENTITY)).isEqualTo(28_081);
        assertThat(ports.of(Port.IDENTITY.management())).isEqualTo(29_081);
    }

    @Test
    void no_two_programs_share_a_port() {
        assertThat(Ports.usual(0, Map.of()).numbers().values()).doesNotHaveDuplicates();
        assertThat(Ports.free().numbers().values()).doesNotHaveDuplicates();
    }

    @Test
    void a_port_that_somebody_listens_on_is_taken() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = Ports.usual(0, Map.of(Port.SMTP.variable(), Integer.toString(listener.getLocalPort())));
            assertThat(ports.taken()).contains(Port.SMTP);
        }
    }

    @Test
    void saved_ports_are_found_again(@TempDir Path directory) {
        Ports ports = Ports.free();
        ports.save(directory.resolve("ports"));
        assertThat(Ports.load(directory.resolve("ports"))).isEqualTo(ports);
    }
}
