package okno.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okno.local.process.Part;
import okno.local.process.ProgramFailed;

/** Runs a step for every part, several at a time, each only after the parts that it needs. */
final class StartOrder {

    @FunctionalInterface
    interface Step {
        void run(Part part) throws IOException, InterruptedException;
    }

    private final List<Part> waiting;
    private final int parallel;

    StartOrder(List<Part> parts, int parallel) {
        this.waiting = new ArrayList<>(parts);
        this.parallel = parallel;
    }

    /** Returns when all are done; the first failure interrupts the rest. */
    void forEach(Step step) throws InterruptedException {
        Set<String> done = new HashSet<>();
        int started = 0;
        int finished = 0;
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            var results = new ExecutorCompletionService<String>(threads);
            while (true) {
                for (Part part : startable(done, parallel - (started - finished))) {
                    results.submit(() -> {
                        step.run(part);
                        return part.name();
                    });
                    started++;
                }
                if (started == finished) {
                    break;
                }
                done.add(nameOf(results.take()));
                finished++;
            }
        } finally {
            threads.shutdownNow();
            threads.close();
        }
        if (!waiting.isEmpty()) {
            throw new IllegalStateException(
                    "Nothing starts " + waiting.getFirst().after());
        }
    }

    private List<Part> startable(Set<String> done, int room) {
        List<Part> next = waiting.stream()
                .filter(part -> done.containsAll(part.after()))
                .limit(room)
                .toList();
        waiting.removeAll(next);
        return next;
    }

    private static String nameOf(Future<String> result) throws InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            throw new ProgramFailed(String.valueOf(e.getCause()));
        }
    }
}
