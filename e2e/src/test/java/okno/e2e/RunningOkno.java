package okno.e2e;

import java.nio.file.Path;
import okno.local.Logins;
import okno.local.Stack;
import okno.local.StackOptions;
import okno.local.demo.Outside;
import okno.local.demo.People;
import okno.local.demo.Portal;
import okno.local.machine.Layout;
import okno.local.machine.Port;
import okno.local.machine.Ports;
import okno.local.machine.Secrets;

/**
 * The whole of Okno, started once for all tests of the JVM and stopped with it. With {@code -Dokno.e2e.running=.okno} the
 * tests play against a stack that {@code ./okno up} started, which saves its start while writing tests.
 */
final class RunningOkno {

    private static final RunningOkno ONE = running();

    private final Ports ports;
    private final Secrets secrets;

    private RunningOkno(Ports ports, Secrets secrets) {
        this.ports = ports;
        this.secrets = secrets;
    }

    static Ports ports() {
        return ONE.ports;
    }

    static Secrets secrets() {
        return ONE.secrets;
    }

    static Portal portal() {
        return new Portal(ports().url(Port.GATEWAY), exchange -> {});
    }

    static People people() {
        return People.of(portal(), ports(), ONE.secrets);
    }

    static Logins logins() {
        return new Logins(ports(), ONE.secrets);
    }

    static Outside outside() {
        return new Outside(ports());
    }

    private static RunningOkno running() {
        String home = System.getProperty("okno.e2e.running", "");
        if (!home.isEmpty()) {
            Layout layout = Layout.at(Path.of(home));
            return new RunningOkno(Ports.load(layout.ports()), new Secrets(layout.secrets()));
        }
        Stack stack = Stack.start(StackOptions.forTests(Path.of("target/okno")));
        return new RunningOkno(stack.ports(), stack.secrets());
    }
}
