package okno.platform.messaging;

import okno.platform.core.Trace;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.MDC;
import org.springframework.kafka.listener.RecordInterceptor;

/** Continues the trace of the request that caused an event while a listener works on it. */
final class EventTrace implements RecordInterceptor<Object, Object> {

    private static final String KEY = "traceId";

    @Override
    public ConsumerRecord<Object, Object> intercept(
            ConsumerRecord<Object, Object> received, Consumer<Object, Object> consumer) {
        Trace trace = Trace.continueOrBegin(EventHeaders.traceparent(received));
        trace.enter();
        MDC.put(KEY, trace.traceId());
        return received;
    }

    @Override
    public void afterRecord(ConsumerRecord<Object, Object> received, Consumer<Object, Object> consumer) {
        MDC.remove(KEY);
        Trace.leave();
    }
}
