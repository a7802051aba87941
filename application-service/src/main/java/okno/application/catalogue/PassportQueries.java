package okno.application.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okno.application.catalogue.domain.Passport;
import okno.application.catalogue.persistence.Passports;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.springframework.stereotype.Component;

/** Reads published passports. A published version never changes, so what was read once is kept. */
@Component
public class PassportQueries {

    private final Passports stored;
    private final CatalogueSnapshots snapshots;
    private final Map<Version, Passport> passports = new ConcurrentHashMap<>();
    private final Map<Version, PassportChecks> checks = new ConcurrentHashMap<>();

    PassportQueries(Passports stored, CatalogueSnapshots snapshots) {
        this.stored = stored;
        this.snapshots = snapshots;
    }

    /** The version an application was begun with. */
    public Passport get(String code, int version) {
        return passports.computeIfAbsent(
                new Version(code, version),
                key -> PassportFormat.read(stored.content(key.code, key.number).orElseThrow()));
    }

    /** How the forms of a version are judged. */
    public PassportChecks checks(Passport passport) {
        return checks.computeIfAbsent(
                new Version(passport.code(), passport.version()), version -> PassportChecks.of(passport));
    }

    /**
     * The version that new applications get.
     *
     * @throws Problem {@code service_unknown}
     */
    public Passport newest(String code) {
        return snapshots
                .current()
                .service(code)
                .orElseThrow(() -> new Problem(ProblemKind.NOT_FOUND, "service_unknown"));
    }

    /** Codes of the services, by their newest version, whose title has the words in either language. */
    public List<String> codesTitled(String words) {
        String part = words.toLowerCase(Locale.ROOT);
        return snapshots.current().services().values().stream()
                .filter(passport -> (passport.title().ru() + "\n"
                                + passport.title().en())
                        .toLowerCase(Locale.ROOT)
                        .contains(part))
                .map(Passport::code)
                .toList();
    }

    private record Version(String code, int number) {}
}
