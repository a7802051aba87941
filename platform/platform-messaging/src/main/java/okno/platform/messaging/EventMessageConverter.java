package okno.platform.messaging;

import java.lang.reflect.Type;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.converter.MessagingMessageConverter;

/** Gives a listener method its {@link EventEnvelope}; any other kind of argument gets the bytes. */
final class EventMessageConverter extends MessagingMessageConverter {

    @Override
    protected Object extractAndConvertValue(ConsumerRecord<?, ?> received, @Nullable Type type) {
        return type == EventEnvelope.class ? EventHeaders.read(received) : super.extractAndConvertValue(received, type);
    }
}
