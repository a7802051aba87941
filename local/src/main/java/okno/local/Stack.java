package okno.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import okno.local.infra.KafkaBroker;
import okno.local.infra.Postgres;
import okno.local.machine.Archive;
import okno.local.machine.Layout;
import okno.local.machine.Port;
import okno.local.machine.Ports;
import okno.local.machine.Secrets;
import okno.local.process.Part;
import okno.local.process.PidFile;
import okno.local.process.Program;
import okno.local.process.ProgramFailed;

/**
 * A running stack: every part a process of its own, started in the order of their needs, stopped in the reverse order.
 * Tests use it to break things: {@link #kill}, {@link #restart}.
 */
public final class Stack implements AutoCloseable {

    private final StackOptions options;
    private final Secrets secrets;
    private final Parts parts;
    private final StackLock lock;
    private final Map<String, Program> running = new ConcurrentHashMap<>();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();

    private Stack(StackOptions options, StackLock lock) {
        this.options = options;
        this.lock = lock;
        this.secrets = new Secrets(options.layout().secrets());
        this.parts = Parts.of(options, secrets);
    }

    /** Starts everything and returns when all of it serves; on failure nothing is left running. */
    public static Stack start(StackOptions options) {
        StackLock lock = StackLock.take(options.layout());
        Stack stack = new Stack(options, lock);
        Thread stopAtExit = new Thread(stack::close, "stop stack");
        Runtime.getRuntime().addShutdownHook(stopAtExit);
        try {
            stack.startAll();
            return stack;
        } catch (InterruptedException e) {
            stack.close();
            Thread.currentThread().interrupt();
            throw new ProgramFailed("Interrupted while starting");
        } catch (IOException e) {
            stack.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    private void startAll() throws InterruptedException, IOException {
        Layout layout = options.layout();
        List<String> orphans = PidFile.stopOrphans(layout.run());
        if (!orphans.isEmpty()) {
            options.progress().say("  Stopped what an earlier run left behind: " + String.join(", ", orphans));
        }
        lock.announce();
        if (options.fresh()) {
            wipe(layout);
        }
        refuseTakenPorts();
        layout.ensure(layout.run());
        options.ports().save(layout.ports());
        new StartOrder(parts.all(), options.startup().parallel()).forEach(this::prepareAndStart);
    }

    private static void wipe(Layout layout) throws IOException {
        for (String directory : List.of("data", "logs", "secrets", "documents")) {
            Archive.deleteTree(layout.home().resolve(directory));
        }
    }

    private void refuseTakenPorts() {
        List<Port> taken = options.ports().taken();
        if (!taken.isEmpty()) {
            throw new ProgramFailed("Taken by another program: %s. Use --free-ports, --port-offset or %s"
                    .formatted(
                            taken.stream()
                                    .map(port -> port.name().toLowerCase(Locale.ROOT) + " "
                                            + options.ports().of(port))
                                    .toList(),
                            taken.getFirst().variable()));
        }
    }

    private void prepareAndStart(Part part) throws InterruptedException, IOException {
        long from = System.nanoTime();
        part.prepare();
        run(part);
        part.onReady();
        options.progress().ready(part.name(), part.port(), Duration.ofNanos(System.nanoTime() - from));
    }

    private void run(Part part) throws InterruptedException, IOException {
        if (closing.get()) {
            throw new ProgramFailed("The stack is being stopped");
        }
        Program program = Program.startAndAwait(part.spec(), options.layout().run());
        running.put(part.name(), program);
        if (closing.get()) {
            program.stop();
        }
        program.died().thenRunAsync(() -> recover(part, program), background);
    }

    private void recover(Part part, Program died) {
        if (closing.get() || !options.restartDied() || !running.remove(part.name(), died)) {
            return;
        }
        options.progress().died(part.name());
        try {
            run(part);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            options.progress().say(String.valueOf(e.getMessage()));
        }
    }

    public Ports ports() {
        return options.ports();
    }

    public Secrets secrets() {
        return secrets;
    }

    public Layout layout() {
        return options.layout();
    }

    /** JDBC address of a service's database; its role has the same name, see {@link #databasePassword}. */
    public String databaseUrl(String database) {
        return parts.postgres().url(database);
    }

    public String databasePassword(String role) {
        return parts.postgres().password(role);
    }

    /** SIGKILL to one part and everything it started; gone when this returns, and not started again by itself. */
    public void kill(String part) {
        Program program = running.remove(part);
        if (program == null) {
            throw new IllegalArgumentException(part + " does not run");
        }
        program.kill();
    }

    /** SIGKILL to PostgreSQL's postmaster and all its backends. */
    public void killPostgres() {
        kill(Postgres.NAME);
    }

    public void killKafka() {
        kill(KafkaBroker.NAME);
    }

    /** Stops a part in an orderly way. */
    public void stop(String part) {
        Program program = running.remove(part);
        if (program != null) {
            program.stop();
        }
    }

    /** Starts a part again and returns when it serves; one that still runs is stopped first. */
    public void restart(String name) {
        stop(name);
        try {
            run(parts.named(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProgramFailed("Interrupted while starting " + name);
        }
    }

    public boolean healthy(String part) {
        Program program = running.get(part);
        return program != null && program.healthy();
    }

    /**
     * Records the start-up caches that are missing, one service after another, beside the running stack, and prepares the
     * database that first starts copy; the next start uses them. Takes seconds of processor time for each service, so tests that start a stack once do without.
     */
    public void recordStartups() throws IOException, InterruptedException {
        for (Part part : parts.all()) {
            if (!closing.get()) {
                part.speedUpNextStart();
            }
        }
        if (!closing.get()) {
            DatabasePreparation.runBesides(options.layout());
        }
    }

    /** Names of the parts that run. */
    public Set<String> running() {
        return Set.copyOf(running.keySet());
    }

    /** The operating system's id of a part's process. */
    public long pid(String part) {
        Program program = running.get(part);
        if (program == null) {
            throw new IllegalArgumentException(part + " does not run");
        }
        return program.pid();
    }

    /** Stops everything, those first that nobody running needs. */
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        for (Part.Layer layer : List.of(Part.Layer.values()).reversed()) {
            stopTogether(parts.all().stream()
                    .filter(part -> part.layer() == layer)
                    .flatMap(part -> Optional.ofNullable(running.remove(part.name())).stream())
                    .toList());
        }
        background.shutdown();
        lock.close();
    }

    private static void stopTogether(List<Program> programs) {
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            programs.forEach(program -> all.execute(program::stop));
        }
    }
}
