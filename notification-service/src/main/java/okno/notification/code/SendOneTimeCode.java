package okno.notification.code;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import okno.notification.Channel;
import okno.notification.channel.OutgoingMessage;
import okno.notification.channel.Provider;
import okno.notification.channel.Providers;
import okno.notification.channel.Rota;
import okno.notification.channel.SendOutcome;
import okno.notification.delivery.Pauses;
import okno.notification.template.Templates;
import okno.platform.core.Ids;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.web.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/**
 * Sends a one-time code at once, past the queue of notices. The code lives in memory only, from the request until the
 * gateway has it or it expires: a crash loses it, and the person asks for another, which is what codes are like. No
 * table, log, event or metric ever holds it. Unlike a notice it goes to the next provider as soon as one does not answer:
 * the same code twice does no harm, and a late one does.
 */
@Service
public class SendOneTimeCode implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(SendOneTimeCode.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final Map<Channel, Rota> rotas;
    private final Templates templates;
    private final CodeProperties properties;
    private final Clock clock;
    private final Timer sent;
    private final Semaphore places;
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();

    SendOneTimeCode(
            Providers providers, Templates templates, CodeProperties properties, Clock clock, MeterRegistry meters) {
        this.rotas = Map.of(Channel.SMS, providers.of(Channel.SMS), Channel.EMAIL, providers.of(Channel.EMAIL));
        this.templates = templates;
        this.properties = properties;
        this.clock = clock;
        this.places = new Semaphore(properties.waiting());
        this.sent = Timer.builder("okno.notification.code")
                .description("From the request to the gateway's acceptance of a one-time code")
                .serviceLevelObjectives(Duration.ofSeconds(1), Duration.ofSeconds(10))
                .register(meters);
    }

    /** What a code is for. */
    public enum Purpose {
        SIGNATURE,
        LOGIN,
        /** Proves who holds a new phone or e-mail. */
        CONTACT
    }

    /** A code and where to send it: a phone, or an e-mail address. */
    public record Command(
            Channel channel, String address, Language language, String code, Purpose purpose, Instant expiresAt) {

        /** Never the code nor the address. */
        @Override
        public String toString() {
            return "Command[" + purpose + "]";
        }
    }

    /** @throws Problem {@code code_expired}, or {@code too_many_codes} when the gateway does not keep up */
    public void handle(Command command) {
        if (!clock.instant().isBefore(command.expiresAt())) {
            throw Problem.invalid("/expiresAt", "code_expired");
        }
        if (!places.tryAcquire()) {
            throw new Problem(ProblemKind.UNAVAILABLE, "too_many_codes");
        }
        senders.execute(() -> {
            try {
                sendUntilExpired(command);
            } finally {
                places.release();
            }
        });
    }

    @Override
    public void destroy() {
        senders.shutdownNow();
    }

    private void sendUntilExpired(Command command) {
        Instant asked = clock.instant();
        String template = templates.newest("code." + command.purpose().name().toLowerCase(Locale.ROOT));
        var message = message(command, template);
        Rota rota = Objects.requireNonNull(rotas.get(command.channel()));
        Provider last = null;
        for (int attempt = 1; clock.instant().isBefore(command.expiresAt()); attempt++) {
            Optional<Provider> provider = rota.forOne(last);
            SendOutcome outcome = provider.map(chosen -> chosen.send(message))
                    .orElseGet(() -> new SendOutcome.Unavailable("no_provider"));
            switch (outcome) {
                case SendOutcome.Accepted accepted -> {
                    sent.record(Duration.between(asked, clock.instant()));
                    return;
                }
                case SendOutcome.Refused refused -> {
                    LOG.warn("One-time code {} was refused: {}", message.id(), refused.reason());
                    return;
                }
                case SendOutcome.Unavailable unavailable -> last = provider.orElse(null);
                case SendOutcome.Unknown unknown -> last = provider.orElse(null);
            }
            if (!pause(Pauses.after(attempt, FIRST_PAUSE, properties.longestPause()))) {
                return;
            }
        }
        LOG.warn("One-time code {} expired before the gateway took it", message.id());
    }

    private OutgoingMessage message(Command command, String template) {
        String id = Ids.next().toString();
        Map<String, String> params = Map.of("code", command.code());
        if (command.channel() == Channel.SMS) {
            return OutgoingMessage.sms(
                    id, command.address(), templates.sms(template, params, command.language()), false);
        }
        Templates.Text letter = templates.email(template, params, command.language());
        String html = templates.html(letter, command.language());
        return new OutgoingMessage(id, command.address(), letter.title(), letter.body(), html, null, false);
    }

    /** False when this instance is stopping. */
    private static boolean pause(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
