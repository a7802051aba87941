package okno.identity.anomaly;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import okno.identity.anomaly.domain.Finding;
import okno.identity.anomaly.domain.History;
import okno.identity.anomaly.domain.LogIn;
import okno.identity.anomaly.domain.Rules;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** A file of log-ins in, findings out: by the rules and numbers that the service is shipped with. */
class RulesReplayTest {

    private final AnomalyProperties shipped = shipped();
    private final AddressTable addresses = new AddressTable(shipped);
    private final Map<UUID, String> people = new HashMap<>();
    private final List<LogIn> logIns =
            lines("anomaly/log-ins.csv").stream().map(this::logIn).toList();

    @Test
    void a_replay_finds_what_is_expected_and_nothing_else() {
        assertThat(replay(logIns)).containsExactlyInAnyOrderElementsOf(lines("anomaly/findings.csv"));
    }

    @Test
    void a_second_replay_repeats_and_other_orders_change_nothing() {
        Set<String> first = replay(logIns);
        List<LogIn> twice = new ArrayList<>(logIns);
        twice.addAll(logIns);
        Collections.shuffle(twice, new Random(7));

        assertThat(replay(logIns)).isEqualTo(first);
        assertThat(replay(twice)).containsExactlyInAnyOrderElementsOf(first);
    }

    @Test
    void a_rule_that_is_not_named_finds_nothing() {
        assertThat(lines("anomaly/findings.csv")).anyMatch(line -> line.contains("BLOCK"));
        var none = new AnomalyProperties(
                shipped.addressTable(), Map.of(), shipped.memory(), shipped.window(), 1, 1, 1, 1, 1);

        assertThat(findings(logIns, none)).isEmpty();
    }

    private Set<String> replay(List<LogIn> all) {
        return findings(all, shipped);
    }

    /** Each log-in is judged with all there is; what is later, or there twice, must not matter. */
    private Set<String> findings(List<LogIn> all, AnomalyProperties properties) {
        var settings = properties.settings();
        var rules = new Rules(settings);
        Map<UUID, Instant> times = new HashMap<>();
        Set<Finding> findings = new LinkedHashSet<>();
        for (LogIn one : all) {
            times.put(one.id(), one.at());
            findings.addAll(rules.of(one, History.before(one, all, settings)));
        }
        Set<String> lines = new LinkedHashSet<>();
        findings.forEach(found -> lines.add(String.join(
                ",",
                people.get(found.personId()),
                String.valueOf(times.get(found.logIn())),
                found.rule().name(),
                found.action().name())));
        return lines;
    }

    private LogIn logIn(String line) {
        String[] fields = line.split(",", -1);
        UUID person = UUID.nameUUIDFromBytes(fields[0].getBytes(UTF_8));
        people.put(person, fields[0]);
        return new LogIn(
                UUID.nameUUIDFromBytes(line.getBytes(UTF_8)),
                person,
                Instant.parse(fields[1]),
                fields[2].equals("ok"),
                fields[3],
                fields[4].isEmpty() ? null : fields[4],
                addresses.find(fields[3]).orElse(null));
    }

    private static List<String> lines(String file) {
        try {
            return new ClassPathResource(file)
                    .getContentAsString(UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AnomalyProperties shipped() {
        try {
            var environment = new StandardEnvironment();
            new YamlPropertySourceLoader()
                    .load("shipped", new ClassPathResource("application.yml"))
                    .forEach(environment.getPropertySources()::addLast);
            return Binder.get(environment)
                    .bind("okno.identity.anomaly", AnomalyProperties.class)
                    .get();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
