package okno.notification.channel.email;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A mail relay that a test tells what to answer; it keeps the letters as they came. */
public final class ScriptedRelay implements AutoCloseable {

    public final List<String> letters = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();
    public volatile String onSender = "250 ok";
    volatile String onRecipient = "250 ok";
    /** Empty: it hangs up after the letter without a word. */
    volatile String onLetter = "250 queued";
    /** How long it thinks before it answers to a letter. */
    public volatile Duration afterLetter = Duration.ZERO;

    private final ServerSocket server;

    public ScriptedRelay() {
        try {
            server = new ServerSocket(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Of the letters, and again for each repeat: what stands before the sign in their Message-ID. */
    public List<String> ids() {
        return letters.stream()
                .map(letter -> letter.replaceFirst("(?s).*Message-ID: <([^@]+)@okno>.*", "$1"))
                .toList();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            say(client, "220 relay");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.toUpperCase(Locale.ROOT);
                if (command.startsWith("MAIL")) {
                    say(client, onSender);
                } else if (command.startsWith("RCPT")) {
                    say(client, onRecipient);
                } else if (command.startsWith("DATA")) {
                    say(client, "354 go on");
                    letters.add(letter(in));
                    LockSupport.parkNanos(afterLetter.toNanos());
                    if (onLetter.isEmpty()) {
                        return;
                    }
                    say(client, onLetter);
                } else {
                    say(client, "250 ok");
                }
            }
        } catch (IOException e) {
            // The client has gone.
        }
    }

    /** A letter without its end, as of a sender that was killed, is none (RFC 5321, 4.1.1.4). */
    private static String letter(BufferedReader in) throws IOException {
        var letter = new StringBuilder();
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new EOFException("the letter has no end");
            }
            letter.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return letter.toString();
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
