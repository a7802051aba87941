package okno.webhook.delivery.engine;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What other threads tell the engine's thread, in the order in which they do. */
@Component
class Mailbox {

    private final LinkedTransferQueue<Consumer<Lines>> messages = new LinkedTransferQueue<>();

    void post(Consumer<Lines> message) {
        messages.put(message);
    }

    /** What the engine's thread says; completes exceptionally when the question itself fails. */
    <T> CompletableFuture<T> ask(Function<Lines, T> question) {
        var answer = new CompletableFuture<T>();
        post(lines -> {
            try {
                answer.complete(question.apply(lines));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    @Nullable
    Consumer<Lines> poll() {
        return messages.poll();
    }

    @Nullable
    Consumer<Lines> await(Duration atMost) throws InterruptedException {
        return messages.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }
}
