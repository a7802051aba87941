package okno.identity.rights.messaging;

import java.util.List;
import java.util.UUID;
import okno.identity.rights.TakeErasureAnswer;
import okno.identity.rights.domain.ErasureAnswer;
import okno.platform.messaging.EventEnvelope;
import okno.platform.messaging.EventJson;
import okno.platform.messaging.Inbox;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** The services that were ordered to erase answer. */
@Component
class ErasureAnswersListener {

    private static final String NAME = "identity.erasure-answers";

    private final TakeErasureAnswer takeErasureAnswer;
    private final Inbox inbox;

    ErasureAnswersListener(TakeErasureAnswer takeErasureAnswer, Inbox inbox) {
        this.takeErasureAnswer = takeErasureAnswer;
        this.inbox = inbox;
    }

    /** The part of {@code okno.erasure.answered.v1} that matters here. */
    record Answered(UUID erasureId, String service, List<ErasureAnswer.Erased> erased, List<ErasureAnswer.Kept> kept) {}

    @KafkaListener(
            id = NAME,
            topics = {
                "okno.application.erasure.v1",
                "okno.notification.erasure.v1",
                "okno.payment.erasure.v1",
                "okno.registry.erasure.v1",
                "okno.org.erasure.v1",
                "okno.webhook.erasure.v1"
            })
    void on(EventEnvelope event) {
        if (event.type().equals("okno.erasure.answered.v1")) {
            Answered answered = EventJson.read(event, Answered.class);
            var answer = new ErasureAnswer(answered.service(), answered.erased(), answered.kept());
            inbox.once(
                    NAME,
                    event,
                    () -> takeErasureAnswer.handle(new TakeErasureAnswer.Command(answered.erasureId(), answer)));
        }
    }
}
