package okno.local.sandbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/** What was sent by SMS and mail, newest first; the last ten thousand. */
final class Messages {

    private static final int KEPT = 10_000;

    private final Deque<SentMessage> newestFirst = new ArrayDeque<>();

    synchronized SentMessage add(String channel, String to, String subject, String text) {
        var message = new SentMessage(UUID.randomUUID().toString(), channel, to, subject, text, Instant.now());
        newestFirst.addFirst(message);
        if (newestFirst.size() > KEPT) {
            newestFirst.removeLast();
        }
        return message;
    }

    /** Messages of one channel and to one recipient; an empty word means any. */
    synchronized List<SentMessage> find(String channel, String to) {
        return newestFirst.stream()
                .filter(message -> channel.isEmpty() || message.channel().equalsIgnoreCase(channel))
                .filter(message -> to.isEmpty() || message.to().equalsIgnoreCase(to))
                .toList();
    }
}
