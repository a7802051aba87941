package okno.local.sandbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An SMS gateway that keeps what it was given; the same {@code clientMessageId} is one message however often it comes. */
final class SmsGateway {

    private record Incoming(String clientMessageId, String to, String text) {}

    private final Messages messages;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    SmsGateway(Messages messages) {
        this.messages = messages;
    }

    void addTo(Answers answers) {
        answers.on("send-sms", this::send);
    }

    private Reply send(Call call) {
        Incoming sms = call.json(Incoming.class);
        if (sms.clientMessageId() == null || sms.to() == null || sms.text() == null) {
            return Reply.fault(400, "clientMessageId, to and text are required");
        }
        String id = known.computeIfAbsent(sms.clientMessageId(), any -> messages.add("sms", sms.to(), "", sms.text())
                .id());
        return Reply.json(202, Map.of("messageId", id));
    }
}
