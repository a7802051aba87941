package okno.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import okno.bench.GatewayPeer.Pair;
import okno.bench.GatewayPeer.Side;
import okno.local.machine.Archive;
import okno.local.machine.Layout;
import okno.local.machine.Port;
import okno.local.machine.Ports;

/**
 * What checking a token costs a proxy: the same requests, tokens included, to one that checks them and to one that does
 * not. Measured is the proxy's processor time per request, which neighbours on the machine disturb least. The two take
 * turns (plain, secured, secured, plain), and what counts is the ratio of each pair.
 *
 * <p>How often a token repeats decides what a cache can do, so three mixes are shown: always the same, a thousand, and
 * never the same twice. A token that was tampered with must be refused before anything is measured.
 */
final class GatewaySuite implements Suite {

    private static final int WARMING = 3;

    private final GatewayPeer peer;
    private final String name;

    GatewaySuite(GatewayPeer peer) {
        this.peer = peer;
        this.name = peer.name() + ": price of a token";
    }

    @Override
    public void run(Settings settings, Report report) throws Exception {
        String missing = peer.missing();
        if (missing != null) {
            report.skip(name, missing);
            return;
        }
        int requests = settings.quick() ? 500 : peer.window();
        int pairs = settings.quick() ? 2 : 10;
        Layout layout = directory(settings.layout());
        Ports ports = Ports.free();
        try (Issuer issuer = Issuer.start(ports.of(Port.KEYCLOAK));
                StubService service = StubService.start(ports.of(Port.APPLICATION));
                Pair pair = peer.start(layout, issuer, service)) {
            refusesTampered(pair, issuer);
            var plain = new Measured(pair.plain());
            var secured = new Measured(pair.secured());
            List<Mix> mixes = mixes(issuer, requests, pairs);
            warm(mixes.getFirst(), plain, secured, requests, 10);
            for (Mix mix : mixes) {
                // Each right before it is measured: tokens that are never seen again take the places of those that are.
                warm(mix, plain, secured, requests, WARMING);
                measure(mix, plain, secured, requests, pairs, report);
            }
        }
    }

    private static void warm(Mix mix, Measured plain, Measured secured, int requests, int windows) {
        for (int i = 0; i < windows; i++) {
            IntFunction<String> tokens = mix.window();
            plain.microsPerRequest(requests, tokens);
            secured.microsPerRequest(requests, tokens);
        }
    }

    /** Which tokens the requests of a window carry: both sides of a pair get the same. */
    private record Mix(String name, List<String> tokens, AtomicInteger windows, int windowSize, boolean repeats) {

        IntFunction<String> window() {
            int begin = repeats ? 0 : windows.getAndIncrement() * windowSize;
            return i -> tokens.get((begin + i) % tokens.size());
        }
    }

    private static List<Mix> mixes(Issuer issuer, int requests, int pairs) {
        List<String> thousand = tokens(issuer, 1_000);
        // Signing is the issuer's work, so it is done before the clock runs. No cache here remembers the first of so
        // many tokens when their turn comes again.
        List<String> distinct = tokens(issuer, Math.min(64_000, requests * (pairs + WARMING)));
        return List.of(
                new Mix("one token", thousand.subList(0, 1), new AtomicInteger(), requests, true),
                new Mix("1,000 tokens", thousand, new AtomicInteger(), requests, true),
                new Mix("every token new", distinct, new AtomicInteger(), requests, false));
    }

    private static List<String> tokens(Issuer issuer, int count) {
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> issuer.person())
                .toList();
    }

    private void measure(Mix mix, Measured plain, Measured secured, int requests, int pairs, Report report) {
        double[] plainMicros = new double[pairs];
        double[] securedMicros = new double[pairs];
        double[] ratios = new double[pairs];
        for (int i = 0; i < pairs; i++) {
            IntFunction<String> tokens = mix.window();
            if (i % 2 == 0) {
                plainMicros[i] = plain.microsPerRequest(requests, tokens);
            }
            securedMicros[i] = secured.microsPerRequest(requests, tokens);
            if (i % 2 == 1) {
                plainMicros[i] = plain.microsPerRequest(requests, tokens);
            }
            ratios[i] = plainMicros[i] / securedMicros[i];
        }
        Arrays.sort(ratios);
        String unit = "us/request";
        report.add(name, mix.name() + ", plain", Report.median(plainMicros), unit, peer.plain());
        report.add(name, mix.name() + ", secured", Report.median(securedMicros), unit, pairs + " pairs of " + requests);
        report.add(
                name,
                mix.name() + ", secured against plain",
                Report.median(ratios),
                "",
                String.format(
                        Locale.ROOT, "1 = a check costs nothing; pairs %.2f to %.2f", ratios[0], ratios[pairs - 1]));
    }

    private record Measured(Side side, TokenLoad load) {

        Measured(Side side) {
            this(side, new TokenLoad(side.port()));
        }

        double microsPerRequest(int requests, IntFunction<String> tokens) {
            double before = ProcessUse.cpuSeconds(side.pid());
            load.run(requests, tokens);
            return (ProcessUse.cpuSeconds(side.pid()) - before) * 1e6 / requests;
        }
    }

    private static void refusesTampered(Pair pair, Issuer issuer) {
        String token = issuer.person();
        int last = token.lastIndexOf('.') + 10;
        char other = token.charAt(last) == 'A' ? 'B' : 'A';
        String tampered = token.substring(0, last) + other + token.substring(last + 1);
        var secured = new TokenLoad(pair.secured().port());
        var plain = new TokenLoad(pair.plain().port());
        if (secured.call(token) != 200 || secured.call(tampered) != 401) {
            throw new IllegalStateException("the secured side does not check tokens");
        }
        if (plain.call(tampered) != 200) {
            throw new IllegalStateException("the plain side looks at tokens");
        }
    }

    private static Layout directory(Layout usual) throws IOException {
        Path home = usual.home().resolve("bench/gateway");
        Archive.deleteTree(home);
        var layout = new Layout(usual.repository(), home);
        layout.ensure(layout.run());
        return layout;
    }
}
