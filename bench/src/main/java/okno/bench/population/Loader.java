package okno.bench.population;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import okno.platform.core.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Fills the tables of application-service, which have to be there and empty. Triggers and the checks of references rest
 * meanwhile, and indexes that no rule needs are made at the end, by their own definitions: what stands at the end is what
 * the migrations made.
 */
public final class Loader {

    private static final int TABLES = 5;
    private static final String INDEXES = """
            select i.indexname, i.indexdef from pg_indexes i
             where i.schemaname = 'public'
               and i.tablename in ('application', 'application_form', 'application_history', 'paper', 'term_watch')
               and not exists (select 1 from pg_constraint c where c.conname = i.indexname)
            """;

    private final Population population;
    private final String url;
    private final String superuser;
    private final String password;
    private final Seal seal;

    /** @param keyset file of the service's keyset, which what is loaded is sealed with */
    public Loader(Population population, String url, String superuser, String password, Path keyset)
            throws IOException, GeneralSecurityException {
        this.population = population;
        this.url = url;
        this.superuser = superuser;
        this.password = password;
        this.seal = new Seal(keyset);
    }

    private record Index(String name, String definition) {}

    /** The rows that went into application, form, history, paper and watch. */
    public List<Long> load() throws SQLException, GeneralSecurityException {
        try (Connection main = connect();
                Statement statement = main.createStatement()) {
            List<Index> indexes = indexes(statement);
            for (Index index : indexes) {
                statement.execute("drop index " + index.name());
            }
            List<Long> rows = copy(main);
            statement.execute("set maintenance_work_mem = '512MB'");
            for (Index index : indexes) {
                statement.execute(index.definition());
            }
            statement.execute("select setval('application_number', %d)".formatted(population.applications() + 1));
            statement.execute("vacuum (freeze, analyze)");
            statement.execute("checkpoint");
            return rows;
        }
    }

    /** A draft that lacks nothing, and whose it is. */
    public record Draft(UUID id, UUID person) {}

    /** So many more drafts of a service, which a number of people share. */
    public List<Draft> drafts(String code, int count, int people) throws SQLException, GeneralSecurityException {
        List<Draft> drafts = new ArrayList<>();
        List<Connection> connections = new ArrayList<>();
        try (Connection main = connect()) {
            Service service = Service.published(main).stream()
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElseThrow();
            for (int i = 0; i < TABLES; i++) {
                connections.add(connect());
            }
            WorkingCalendar calendar = calendar(main);
            var rows = new LoadedRows(seal, connections);
            Instant now = Clock.systemUTC().instant();
            for (int i = 0; i < count; i++) {
                var random = new SplittableRandom(now.toEpochMilli() + i);
                Person person = Person.of(Population.SEED, i % people);
                var one = new LoadedRows.Case(Moments.id(now, random), service, person, null, null, random);
                rows.add(one, Story.begun(service, now, calendar, random), null);
                drafts.add(new Draft(one.id(), person.id()));
            }
            rows.end();
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
        return drafts;
    }

    private List<Long> copy(Connection main) throws SQLException, GeneralSecurityException {
        List<Service> services = Service.published(main);
        WorkingCalendar calendar = calendar(main);
        List<Connection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < TABLES; i++) {
                connections.add(connect());
            }
            var rows = new LoadedRows(seal, connections);
            invent(rows, new Chosen(population, services), calendar);
            return rows.end();
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    private void invent(LoadedRows rows, Chosen chosen, WorkingCalendar calendar)
            throws SQLException, GeneralSecurityException {
        Instant now = population.day().atStartOfDay(Story.ZONE).toInstant();
        var moments = new Moments(now, population.applications());
        Set<String> underWay = new HashSet<>();
        for (int i = 0; i < population.applications(); i++) {
            var random = new SplittableRandom(Population.SEED * 31 + i);
            Chosen.Applicant applicant = chosen.applicant(random);
            Service service = chosen.service(applicant, random);
            Instant created = moments.of(i);
            Story story = Story.of(service, created, now, calendar, random);
            if (service.exclusive()
                    && (story.isOpen() || story.status().equals("AWAITING_PAYMENT"))
                    && !underWay.add(applicant.key() + service.code())) {
                story.withdrawAtOnce();
            }
            String number =
                    story.submitted == null ? null : number(service.agency(), Story.day(story.submitted), i + 1);
            var one = new LoadedRows.Case(
                    Moments.id(created, random), service, applicant.person(), applicant.company(), number, random);
            rows.add(one, story, watch(service, story, calendar));
        }
    }

    private @Nullable Watch watch(Service service, Story story, WorkingCalendar calendar) {
        return story.isOpen() && service.days() > 0 ? Watch.of(service, story, population.day(), calendar) : null;
    }

    /** As application-service numbers: a check digit by Luhn's formula over year and serial number. */
    private static String number(String agency, LocalDate submitted, int serial) {
        String digits = "%04d%07d".formatted(submitted.getYear(), serial);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return "%s-%s-%s-%d"
                .formatted(
                        agency.toUpperCase(Locale.ROOT),
                        digits.substring(0, 4),
                        digits.substring(4),
                        (10 - sum % 10) % 10);
    }

    private static List<Index> indexes(Statement statement) throws SQLException {
        List<Index> indexes = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(INDEXES)) {
            while (row.next()) {
                indexes.add(new Index(row.getString(1), row.getString(2)));
            }
        }
        return indexes;
    }

    private static WorkingCalendar calendar(Connection connection) throws SQLException {
        Set<LocalDate> free = new HashSet<>();
        Set<LocalDate> working = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select day, working from calendar_day")) {
            while (row.next()) {
                (row.getBoolean(2) ? working : free).add(row.getObject(1, LocalDate.class));
            }
        }
        return new WorkingCalendar(free, working);
    }

    private Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(url, superuser, password);
        try (Statement statement = connection.createStatement()) {
            // What is invented fits together; without it each row of a form would look its application up.
            statement.execute("set session_replication_role = replica");
        }
        return connection;
    }
}
