package okno.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import okno.bench.token.TokenSuite;
import okno.local.machine.Layout;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The benchmarks: {@code ./okno bench}, or some of them: {@code ./okno bench outbox gateway}.
 *
 * <p>Numbers of a busy machine mean little; the report therefore begins with what the machine did besides.
 */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Measures Okno against its peers.")
public final class Bench implements Callable<Integer> {

    @Parameters(description = "Which of them (default: all); a wrong name lists all names")
    List<String> names = new ArrayList<>();

    @Option(names = "--quick", description = "Short rounds: proves that the benchmarks work, not more")
    boolean quick;

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    private static Map<String, Suite> suites() {
        return Map.ofEntries(
                Map.entry("outbox", new OutboxSuite()),
                Map.entry("latency", new LatencySuite()),
                Map.entry("gateway", new GatewaySuite(new OknoGateway())),
                Map.entry("stock", new GatewaySuite(new StockPeer())),
                Map.entry("haproxy", new GatewaySuite(new Haproxy())),
                Map.entry("token", new TokenSuite()),
                Map.entry("webhook", new WebhookSuite()),
                Map.entry("webhook-drain", new WebhookDrainSuite()),
                Map.entry("webhook-isolation", new WebhookIsolationSuite()),
                Map.entry("webhook-million", new WebhookMillionSuite()),
                Map.entry("notification", new NotificationSuite()),
                Map.entry("audit", new AuditSuite()),
                Map.entry("signature", new SignatureSuite()),
                Map.entry("catalogue", new CatalogueSuite()),
                Map.entry("applications", new ApplicationsSuite()),
                Map.entry("submit", new SubmitSuite()),
                Map.entry("upload", new UploadSuite()),
                Map.entry("start", new StartSuite()));
    }

    @Override
    public Integer call() throws Exception {
        Layout layout = Layout.usual();
        Path directory = layout.ensure(layout.home().resolve("bench"));
        var report = new Report();
        MachineState.describe(directory, report);
        List<String> chosen =
                names.isEmpty() ? suites().keySet().stream().sorted().toList() : names;
        for (String name : chosen) {
            Suite suite = suites().get(name);
            if (suite == null) {
                System.err.println("No such benchmark: " + name + ". There are " + suites().keySet());
                return 2;
            }
            suite.run(new Suite.Settings(layout, quick), report);
        }
        System.out.println(report.table());
        System.out.println("Kept in " + report.save(directory));
        return 0;
    }
}
