package okno.planted.bad;

import java.time.Instant;
import java.util.Date;
import java.util.logging.Logger;
import okno.planted.other.Circle;
import okno.strange.Neighbour;
import org.mapstruct.Mapper;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.transaction.annotation.Transactional;

public class BadHabits {

    @Autowired
    Neighbour neighbour;

    @Value("${x}")
    String setting;

    Circle circle;

    Date now() {
        System.out.println("now");
        Logger.getLogger("x").info("now");
        if (Instant.now().isAfter(Instant.EPOCH)) {
            throw new RuntimeException("now");
        }
        return new Date();
    }

    public static class StrayListener {

        @KafkaListener
        void on() {}
    }

    @Mapper
    public interface OpenMapper {}

    static class SlowClient {

        void call() {}
    }

    static class HoldConnection {

        @Transactional
        void handle(SlowClient client) {
            client.call();
        }
    }

    static class ThingProperties {}

    interface Lonely {}

    static class OnlyOne implements Lonely {}

    static class ThingHelper {}
}
