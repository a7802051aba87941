package okno.honest.thing.messaging;

import okno.honest.thing.MakeThing;
import org.springframework.kafka.annotation.KafkaListener;

class ThingEventsListener {

    private final MakeThing makeThing;

    ThingEventsListener(MakeThing makeThing) {
        this.makeThing = makeThing;
    }

    @KafkaListener(id = "honest.things", topics = "things")
    void on() {
        makeThing.handle();
    }
}
