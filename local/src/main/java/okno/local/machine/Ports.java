package okno.local.machine;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** The ports that one stack uses, all on the loopback interface. */
public record Ports(Map<Port, Integer> numbers) {

    /** Below the range that systems hand out for outgoing connections, so that no client takes a port first. */
    private static final int FREE_FROM = 20_000;

    private static final int FREE_TO = 32_000;

    public Ports {
        numbers = Map.copyOf(numbers);
    }

    /** The usual ports moved by an offset; a variable such as {@code OKNO_PORT_GATEWAY} sets one port exactly. */
    public static Ports usual(int offset, Map<String, String> environment) {
        Map<Port, Integer> numbers = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            String fixed = environment.get(port.variable());
            numbers.put(port, fixed == null ? port.usual() + offset : Integer.parseInt(fixed));
        }
        return new Ports(numbers);
    }

    /** Ports that nobody listens on now, for stacks side by side. */
    public static Ports free() {
        int count = Port.values().length;
        while (true) {
            int first = ThreadLocalRandom.current().nextInt(FREE_FROM, FREE_TO - count);
            Map<Port, Integer> numbers = new EnumMap<>(Port.class);
            for (Port port : Port.values()) {
                numbers.put(port, first + port.ordinal());
            }
            if (numbers.values().stream().allMatch(Ports::isFree)) {
                return new Ports(numbers);
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** The ports that some other program listens on. */
    public List<Port> taken() {
        return Stream.of(Port.values()).filter(port -> !isFree(of(port))).toList();
    }

    public int of(Port port) {
        return numbers.getOrDefault(port, port.usual());
    }

    /** {@code http://localhost:<port>}. */
    public URI url(Port port) {
        return URI.create("http://localhost:" + of(port));
    }

    /** Written beside the data so that other commands find a running stack. */
    public void save(Path file) {
        Properties properties = new Properties();
        numbers.forEach((port, number) -> properties.setProperty(port.name(), number.toString()));
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Ports load(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<Port, Integer> numbers = new EnumMap<>(Port.class);
        properties.forEach(
                (port, number) -> numbers.put(Port.valueOf(port.toString()), Integer.valueOf(number.toString())));
        return new Ports(numbers);
    }
}
