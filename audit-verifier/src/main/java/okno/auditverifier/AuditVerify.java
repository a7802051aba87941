package okno.auditverifier;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./okno audit-verify}: 0 when the journal is whole, 1 when something is wrong with it, 2 when it cannot be read. */
@Command(
        name = "audit-verify",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 2,
        description = "Recomputes the audit journal and names what is wrong with it.")
public final class AuditVerify implements Callable<Integer> {

    private static final int SHOWN_OF_A_KIND = 20;
    private static final int TIMEOUT_MILLIS = 10_000;

    @Parameters(
            paramLabel = "JOURNAL",
            description = "jdbc:postgresql:... of identity-service's database, or exported files of all months")
    List<String> journal = new ArrayList<>();

    @Option(names = "--keys", required = true, description = "File or address of okno-audit-jwks.json")
    String keys = "";

    @Option(names = "--heads", description = "File with signed heads kept elsewhere, one statement a line")
    @Nullable
    Path heads;

    @Option(names = "--user", description = "Database user; the password is read from OKNO_DB_PASSWORD")
    @Nullable
    String user;

    @Spec
    @Nullable
    CommandSpec spec;

    private AuditVerify() {}

    public static void main(String[] arguments) {
        System.exit(execute(new PrintWriter(System.out, true), arguments));
    }

    /** As {@link #main}, without ending the process. */
    public static int execute(PrintWriter out, String... arguments) {
        return new CommandLine(new AuditVerify()).setOut(out).execute(arguments);
    }

    @Override
    public Integer call() throws IOException, ParseException, SQLException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (journal.isEmpty()) {
            out.println("Name a database or exported files.");
            return 2;
        }
        try {
            Verification.Outcome outcome = verify();
            print(out, outcome);
            return outcome.findings().isEmpty() ? 0 : 1;
        } catch (UnreadableJournal unreadable) {
            out.println("The journal cannot be read: " + unreadable.getMessage());
            return 2;
        }
    }

    private Verification.Outcome verify() throws IOException, ParseException, SQLException {
        JWKSet known = keys.startsWith("http")
                ? JWKSet.load(URI.create(keys).toURL(), TIMEOUT_MILLIS, TIMEOUT_MILLIS, 0)
                : JWKSet.load(Path.of(keys).toFile());
        List<String> outside = heads == null
                ? List.of()
                : Files.readAllLines(heads).stream()
                        .filter(line -> !line.isBlank())
                        .toList();
        if (!journal.getFirst().startsWith("jdbc:")) {
            return Verification.of(
                    new ExportedJournal(journal.stream().map(Path::of).toList()), known, outside);
        }
        try (Connection connection =
                        DriverManager.getConnection(journal.getFirst(), user, System.getenv("OKNO_DB_PASSWORD"));
                var database = new DatabaseJournal(connection)) {
            return Verification.of(database, known, outside);
        }
    }

    private static void print(PrintWriter out, Verification.Outcome outcome) {
        Map<Finding.Kind, Integer> counts = new EnumMap<>(Finding.Kind.class);
        for (Finding finding : outcome.findings()) {
            if (counts.merge(finding.kind(), 1, Integer::sum) <= SHOWN_OF_A_KIND) {
                out.println(finding);
            }
        }
        counts.forEach((kind, count) -> {
            if (count > SHOWN_OF_A_KIND) {
                out.printf("%s: %d in all%n", kind, count);
            }
        });
        if (outcome.heads() == 0) {
            out.println("No signed head to hold the entries to.");
        }
        out.printf(
                "%d entries, %d signed heads: %s%n",
                outcome.entries(), outcome.heads(), counts.isEmpty() ? "whole" : counts);
    }
}
