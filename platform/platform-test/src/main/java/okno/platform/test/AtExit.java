package okno.platform.test;

import org.springframework.boot.SpringApplication;

/** Closes the servers of this JVM's tests when it ends: after the services under test, when there were any. */
final class AtExit {

    private static volatile boolean servicesRan;

    private AtExit() {}

    /** From now on Spring's own shutdown hook is there, which closes the contexts first. */
    static void servicesRun() {
        servicesRan = true;
    }

    static void close(Runnable server) {
        // A service that loses its database while stopping only makes noise and waits.
        SpringApplication.getShutdownHandlers().add(server);
        // Spring runs the line above only in a JVM that has run a SpringApplication; repository tests have not.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (!servicesRan) {
                server.run();
            }
        }));
    }
}
