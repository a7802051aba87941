package okno.keycloak.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * A CloudEvent about to be sent, in the form that platform-messaging gives its own.
 *
 * @param id the same whenever the same event of Keycloak is sent again, so that consumers recognise it
 * @param subject id of the aggregate, and the key
 * @param time when it happened, milliseconds since 1970
 */
record Message(String topic, String type, UUID id, UUID subject, long time, byte[] json) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SOURCE = "/keycloak";

    static Message of(String topic, String type, UUID id, UUID subject, long time, Object content) {
        try {
            return new Message(topic, type, id, subject, time, JSON.writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProducerRecord<String, byte[]> toRecord() {
        List<Header> headers = Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id.toString(),
                        "ce_source",
                        SOURCE,
                        "ce_type",
                        type,
                        "ce_subject",
                        subject.toString(),
                        "ce_time",
                        Instant.ofEpochMilli(time).toString(),
                        "ce_sequence",
                        "1",
                        "content-type",
                        "application/json")
                .entrySet()
                .stream()
                .<Header>map(header ->
                        new RecordHeader(header.getKey(), header.getValue().getBytes(UTF_8)))
                .toList();
        return new ProducerRecord<>(topic, null, subject.toString(), json, headers);
    }
}
